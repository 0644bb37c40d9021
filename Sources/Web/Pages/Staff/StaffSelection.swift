import Organization
import Storage
import UseCases

/// What an HR officer wants to do with people of the list, as typed.
struct StaffSelection: Sendable {
    enum Fault: Hashable, Sendable { case nobody, nobodyWithoutAccount, course, due, duePassed }

    let ticked: [PersonID]
    /// Whether everybody on the list is meant, on whichever page.
    let isWhole: Bool
    let course: String
    let due: String
    private(set) var faults: [Fault] = []

    static let none = StaffSelection(ticked: [], isWhole: false, course: "", due: "")

    private init(ticked: [PersonID], isWhole: Bool, course: String, due: String) {
        self.ticked = ticked
        self.isWhole = isWhole
        self.course = course
        self.due = due
    }

    init(_ form: FormFields) {
        self.init(
            ticked: form.all("person").compactMap { PersonID($0) }, isWhole: form["whom"] == "list",
            course: form["course"], due: form["due"])
    }

    var dueDay: Day? { DayField.day(due) }

    /// Those ticked, or all whom the filter lets through; without a scope there is no list.
    func people(on filter: StaffFilter, in scope: Scope?, of bilik: Bilik) async throws -> [PersonID] {
        guard isWhole, let scope else { return ticked }
        return try await bilik.database.read { try $0.staffIDs(in: scope, matching: filter) }
    }

    func refused(for faults: [Fault]) -> StaffSelection {
        var refused = self
        refused.faults = faults
        return refused
    }

    /// Refused for all that is missing at once.
    func refused(hasPeople: Bool) -> StaffSelection {
        refused(for: (hasPeople ? [] : [.nobody]) + (dueDay == nil ? [.due] : []))
    }

    func refused(for error: StaffError) throws -> StaffSelection {
        switch error {
        case .unknownCourse: refused(for: [.course])
        case .dueDayPassed: refused(for: [.duePassed])
        case .noDueDay: refused(for: [.due])
        case .notFound, .noPercent, .noNote, .noteTooLong: throw error
        }
    }
}
