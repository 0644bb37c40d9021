import Organization
import Storage

/// A role as it is written on the command line: `admin`, `hr:FIN`, `hr:FIN+` with subordinates, `reporter:FIN-EX`.
struct RoleText {
    let kind: Role.Kind
    private let place: String?
    private let includesSubordinates: Bool

    static let help = "admin, controller, author, hr:AGENCY (hr:AGENCY+ with its subordinates) or reporter:UNIT"

    init(_ text: String) throws {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        guard let kind = Role.Kind(rawValue: parts.first ?? "") else {
            throw CommandFailure("There is no role “\(text)”: write \(Self.help).")
        }
        self.kind = kind
        let needsPlace = kind == .hrOfficer || kind == .reportingOfficer
        guard needsPlace == (parts.count == 2) else {
            throw CommandFailure("The role “\(text)” is not whole: write \(Self.help).")
        }
        let isDeep = kind == .hrOfficer && parts.last?.hasSuffix("+") == true
        includesSubordinates = isDeep
        place = needsPlace ? parts.last.map { isDeep ? String($0.dropLast()) : $0 } : nil
    }

    func grant(in connection: Connection) throws -> RoleGrant {
        switch kind {
        case .hrOfficer:
            guard let agency = try connection.agencies().first(where: { $0.code == place }) else {
                throw CommandFailure("No agency has the code “\(place ?? "")”: write the code of one that exists.")
            }
            return RoleGrant(kind: kind, agency: agency.id, includesSubordinates: includesSubordinates)
        case .reportingOfficer:
            guard let unit = try connection.unit(code: place ?? "") else {
                throw CommandFailure("No unit has the code “\(place ?? "")”: write the code of one that exists.")
            }
            return RoleGrant(kind: kind, unit: unit.id)
        case .electronicController, .author, .administrator: return RoleGrant(kind: kind)
        }
    }
}
