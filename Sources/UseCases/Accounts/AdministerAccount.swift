package import Organization
package import Storage

extension Transaction {
    /// Gives a person their account; whoever has one gets a new password by activation code instead.
    package func createAccount(of person: PersonID, userName: String, passwordHash: String) throws {
        guard let known = try self.person(person) else { throw AdministrationError.notFound }
        guard known.status == .active else { throw AdministrationError.personHasLeft }
        guard try account(of: person) == nil else { throw AdministrationError.hasAccount }
        guard try account(userName: userName) == nil else { throw AdministrationError.userNameTaken }
        try setPassword(of: person, userName: userName, hash: passwordHash)
        try audit(.accountCreated, by: nil, about: [person])
    }

    /// Forgets the second factor and its recovery codes; at the next sign-in the person sets up another.
    package func resetSecondFactor(of person: PersonID, by administrator: PersonID?) throws {
        guard let account = try account(of: person) else { throw AdministrationError.hasNoAccount }
        guard account.secondFactorSecret != nil else { throw AdministrationError.notFound }
        try setSecondFactor(of: person, secret: nil, recoveryHashes: [])
        try endSessions(of: person)
        try audit(.secondFactorReset, by: administrator, about: [person])
    }

    package func endAllSessions(of person: PersonID, by administrator: PersonID?) throws {
        guard try account(of: person) != nil else { throw AdministrationError.hasNoAccount }
        try endSessions(of: person)
        try audit(.sessionsEnded, by: administrator, about: [person])
    }

    /// Closes an account with its sessions and codes; the person stays in the lists.
    package func closeAccount(of person: PersonID, by administrator: PersonID?) throws {
        guard try account(of: person) != nil else { throw AdministrationError.hasNoAccount }
        try requireAnotherAdministrator(than: person)
        try closeAccount(of: person)
        try audit(.accountClosed, by: administrator, about: [person])
    }
}

extension Bilik {
    package func resetSecondFactor(of person: PersonID, by administrator: PersonID) async throws {
        try await database.write { try $0.resetSecondFactor(of: person, by: administrator) }
    }

    package func endAllSessions(of person: PersonID, by administrator: PersonID) async throws {
        try await database.write { try $0.endAllSessions(of: person, by: administrator) }
    }

    package func closeAccount(of person: PersonID, by administrator: PersonID) async throws {
        try await database.write { try $0.closeAccount(of: person, by: administrator) }
    }
}
