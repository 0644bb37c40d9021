import Logging
import Organization
import Storage
import TestSupport
import UseCases

/// The desk of the tax service's HR officer, where staff files are brought into the small world.
struct ImportDesk {
    static let header = "staff_number;family_name;given_name;patronymic;email;language;job_role;unit;status"
    /// The learner of the small world, as a line that changes nothing.
    static let aysel = "VX-0001;Məmmədova;Aysel;Elçin qızı;;az;e-services-specialist;VX-EX;active"

    let world: SmallWorld
    let bilik: Bilik

    init() async throws {
        world = try await SmallWorld()
        bilik = Bilik(
            database: world.database, contents: ContentShelf(world.content),
            passwords: PasswordHasher(cost: .forTests), logger: Logger(label: "test"))
    }

    /// Imports as the HR officer, unless the scope is another.
    @discardableResult
    func take(
        _ lines: String..., header: String = ImportDesk.header, in scope: Scope? = nil, apply: Bool = true
    ) async throws -> ImportOutcome {
        try await take(lines: lines, header: header, in: scope, apply: apply)
    }

    func take(
        lines: [String], header: String = ImportDesk.header, in scope: Scope? = nil, apply: Bool = true
    ) async throws -> ImportOutcome {
        try await bilik.importPeople(
            bytes: Array(([header] + lines).joined(separator: "\n").utf8), in: scope ?? .agencies([world.taxes.id]),
            by: world.hr.person, apply: apply)
    }

    func person(_ number: String) async throws -> Person? {
        try await world.database.read { try $0.person(staffNumber: number) }
    }

    /// The audit log's entries about imports.
    func entries() async throws -> [AuditEntry] {
        try await world.database.read { connection in
            try connection.auditEntries(after: 0, atMost: 100).map(\.entry)
                .filter { $0.action == AuditAction.peopleImported.rawValue }
        }
    }

    func postings(of number: String) async throws -> [(unit: UnitID, first: Day, last: Day?)] {
        try await world.database.read { connection in
            try connection.all(
                """
                SELECT posting.unit_id, first_day, last_day FROM posting JOIN person USING (person_id)
                WHERE staff_number = \(number) ORDER BY first_day
                """
            ) { (try $0[0], try $0[1], try $0[2]) }
        }
    }

    /// Gives the person an account, one session in it and a role.
    func openAccount(of person: PersonID) async throws {
        try await world.database.write { transaction in
            try transaction.setPassword(of: person, userName: person.description, hash: "-")
            try transaction.addSession(tokenHash: [1], person: person, csrfToken: "-", awaitsSecondFactor: false)
            try transaction.grant(.author, to: person, agency: nil, unit: nil, deep: false)
        }
    }

    /// Whether the account is closed, and how many sessions and roles there are.
    func access(of person: PersonID) async throws -> (isClosed: Bool?, sessions: Int?, roles: Int) {
        try await world.database.read { connection in
            (
                try connection.account(of: person)?.isClosed,
                try connection.value("SELECT count(*) FROM session WHERE person_id = \(person)"),
                try connection.roles(of: person).count
            )
        }
    }
}
