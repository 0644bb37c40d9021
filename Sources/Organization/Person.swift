/// A civil servant.
package struct Person: Hashable, Sendable {
    package enum Status: String, Sendable, Codable { case active, left }

    package let id: PersonID
    package let staffNumber: String
    package let name: PersonName
    package let email: String?
    package let language: Language
    package let posting: Posting
    package let status: Status
    /// Extra time in exams, in percent of the exam's minutes (an accommodation), 0–200.
    package let extraTimePercent: Int

    package static let extraTimePercents = 0...200

    package init(
        id: PersonID, staffNumber: String, name: PersonName, email: String?, language: Language, posting: Posting,
        status: Status, extraTimePercent: Int
    ) {
        self.id = id
        self.staffNumber = staffNumber
        self.name = name
        self.email = email
        self.language = language
        self.posting = posting
        self.status = status
        self.extraTimePercent = extraTimePercent
    }
}

/// Family name, given name and, where the person has one, patronymic.
package struct PersonName: Hashable, Sendable, Codable {
    package let family: String
    package let given: String
    package let patronymic: String?

    package init(family: String, given: String, patronymic: String?) {
        self.family = family
        self.given = given
        self.patronymic = patronymic
    }

    /// As lists show it, family name first: *İsmayılova Şəfəq Elçin qızı*.
    package var listed: String { [family, given, patronymic].compactMap { $0 }.joined(separator: " ") }

    /// As a certificate or a greeting shows it: *Şəfəq Elçin qızı İsmayılova*.
    package var full: String { [given, patronymic, family].compactMap { $0 }.joined(separator: " ") }
}

/// Where a person works and as what; facts about a person carry the posting as it was then.
package struct Posting: Hashable, Sendable, Codable {
    package let agency: AgencyID
    package let unit: UnitID
    /// The id of a job role of `job-roles.yml`.
    package let jobRole: String

    package init(agency: AgencyID, unit: UnitID, jobRole: String) {
        self.agency = agency
        self.unit = unit
        self.jobRole = jobRole
    }
}
