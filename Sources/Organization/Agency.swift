/// A body of the state whose people are trained.
package struct Agency: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable, Codable {
        case ministry
        case stateCommittee = "state-committee"
        case localExecutive = "local-executive"
        case municipality
    }

    package let id: AgencyID
    package let code: String
    package let kind: Kind
    /// The official name, in the state's language.
    package let name: String
    package let parent: AgencyID?

    package init(id: AgencyID, code: String, kind: Kind, name: String, parent: AgencyID?) {
        self.id = id
        self.code = code
        self.kind = kind
        self.name = name
        self.parent = parent
    }
}

/// A part of an agency; some are e-government units, whose activity the Electronic Controller follows.
package struct AgencyUnit: Hashable, Sendable {
    package let id: UnitID
    package let agency: AgencyID
    package let parent: UnitID?
    package let code: String
    package let name: String
    package let isEGovernment: Bool

    package init(id: UnitID, agency: AgencyID, parent: UnitID?, code: String, name: String, isEGovernment: Bool) {
        self.id = id
        self.agency = agency
        self.parent = parent
        self.code = code
        self.name = name
        self.isEGovernment = isEGovernment
    }
}
