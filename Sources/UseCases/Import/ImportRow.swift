package import Organization

/// What the import of one line does to one person.
package struct ImportRow: Sendable {
    package enum Effect: String, CaseIterable, Hashable, Sendable {
        case new, changed, left, unchanged
        /// Left already and was never known here: nothing about such a person is stored.
        case passedOver = "passed-over"
    }

    package let line: Int
    package let staffNumber: String
    package let effect: Effect
    /// In the order of the fields; empty for somebody new.
    package let changes: [ImportChange]
    /// The person as known until now.
    package let before: Person?

    // As they are after the import.
    package let name: PersonName
    package let email: String?
    package let language: Language
    /// Nothing for somebody who has left: where they worked last is history.
    package let posting: Posting?

    func changes(_ field: ImportChange.Field) -> Bool { changes.contains { $0.field == field } }
}

/// One value of a person that the import replaces.
package struct ImportChange: Hashable, Sendable {
    package enum Field: String, CaseIterable, Hashable, Sendable {
        case name, email, language
        case jobRole = "job-role"
        case unit, status
    }

    package let field: Field
    /// As people read it: the listed name, a unit's code, a job role's id; nothing where there is no value.
    package let old: String?
    package let new: String?
}
