/// What a person may do beyond learning, and where.
package enum Role: Hashable, Sendable {
    /// Sees the certified side of these agencies: the officer's own and, where the role says so, its subordinates.
    case hrOfficer(agencies: Set<AgencyID>)
    /// Reports for one e-government unit.
    case reportingOfficer(unit: UnitID)
    case electronicController
    case author
    case administrator

    package enum Kind: String, CaseIterable, Sendable, Codable {
        case hrOfficer = "hr"
        case reportingOfficer = "reporter"
        case electronicController = "controller"
        case author
        case administrator = "admin"

        /// Whether a password alone is too little for what the role can reach.
        package var needsSecondFactor: Bool { self == .electronicController || self == .administrator }
    }

    package var kind: Kind {
        switch self {
        case .hrOfficer: .hrOfficer
        case .reportingOfficer: .reportingOfficer
        case .electronicController: .electronicController
        case .author: .author
        case .administrator: .administrator
        }
    }
}
