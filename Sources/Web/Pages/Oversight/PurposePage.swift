import Organization
import UseCases

/// Asks what persons' data are to be opened for.
struct PurposePage: Page {
    static let template = "purpose"
    let title: String
    let explanation: String
    /// The unit whose people are asked for; a single person's name is not shown before their page is opened.
    let unit: String?
    let action: String
    let button: String
    let typed: String
    let fault: String?
    let shortest: Int
    let longest: Int
    let backPath: String
    let backLabel: String
    var section: Section { .overview }
    var isColumn: Bool { true }

    init(unit: AgencyUnit, typed: String?, words: Words) {
        self.init(
            title: words["purpose-form.people.title"], explanation: words["purpose-form.people.text"],
            unit: unit.name, action: "/units/\(unit.id)/people", button: words["purpose-form.people.button"],
            typed: typed, backPath: "/units/\(unit.id)", backLabel: words["purpose-form.back-to-report"], words: words)
    }

    init(person: PersonID, typed: String?, words: Words) {
        self.init(
            title: words["purpose-form.person.title"], explanation: words["purpose-form.person.text"], unit: nil,
            action: "/people/\(person)", button: words["purpose-form.person.button"], typed: typed,
            backPath: "/overview", backLabel: words["purpose-form.back-to-overview"], words: words)
    }

    private init(
        title: String, explanation: String, unit: String?, action: String, button: String, typed: String?,
        backPath: String, backLabel: String, words: Words
    ) {
        self.title = title
        self.explanation = explanation
        self.unit = unit
        self.action = action
        self.button = button
        self.typed = typed ?? ""
        shortest = LookPurpose.lengths.lowerBound
        longest = LookPurpose.lengths.upperBound
        fault =
            typed == nil
            ? nil
            : words["purpose-form.fault", ["shortest": String(shortest), "longest": String(longest)]]
        self.backPath = backPath
        self.backLabel = backLabel
    }
}
