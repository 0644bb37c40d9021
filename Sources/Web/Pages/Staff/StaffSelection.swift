import Organization

/// What an HR officer wants to do with people of the list, as typed.
struct StaffSelection: Sendable {
    enum Fault: Hashable, Sendable { case nobody, nobodyWithoutAccount, course, due, duePassed }

    let people: [PersonID]
    /// Whether everybody on the list is meant, on whichever page.
    let isWhole: Bool
    let course: String
    let due: String
    var faults: [Fault] = []

    static let none = StaffSelection(people: [], isWhole: false, course: "", due: "")

    private init(people: [PersonID], isWhole: Bool, course: String, due: String) {
        self.people = people
        self.isWhole = isWhole
        self.course = course
        self.due = due
    }

    init(_ form: FormFields) {
        self.init(
            people: form.all("person").compactMap { PersonID($0) }, isWhole: form["whom"] == "list",
            course: form["course"], due: form["due"])
    }

    func refused(for faults: [Fault]) -> StaffSelection {
        var refused = self
        refused.faults = faults
        return refused
    }
}
