package import Organization
package import Storage

extension Bilik {
    /// Opens one person's page: what the scope reaches of them, never without its entry in the audit log.
    package func openPerson(
        _ id: PersonID, in scope: Scope, by viewer: PersonID, purpose: String
    ) async throws -> (member: StaffMember, today: Day) {
        try await database.write { transaction in
            guard let member = try transaction.staffMember(id, in: scope) else { throw StaffError.notFound }
            try transaction.audit(.personViewed, by: viewer, about: [id], purpose: purpose)
            return (member, transaction.today)
        }
    }

    /// Notes that somebody has looked at a list of people, or has taken it away as a file.
    ///
    /// - Parameter detail: the filter and the counts; never what was typed to search by, which may be a name.
    package func recordLook(
        _ action: AuditAction, at people: [PersonID], by viewer: PersonID, purpose: String, detail: String
    ) async throws {
        try await database.write { transaction in
            try transaction.audit(action, by: viewer, about: people, purpose: purpose, detail: detail)
        }
    }
}
