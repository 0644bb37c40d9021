import FoundationEssentials
package import Organization
package import Storage

extension Bilik {
    /// A new password for whoever knows the old one; every other session ends.
    package func changePassword(
        of person: PersonID, old: String, new: String, keeping token: SecretToken, from address: String
    ) async throws {
        guard let account = try await database.read({ try $0.account(of: person) }),
            let hash = PasswordHash(encoded: account.passwordHash)
        else { throw AccountError.wrongNameOrPassword }
        guard try await passwords.verify(old, against: hash) else {
            try await database.write { try $0.recordFailure(of: person, from: address) }
            throw AccountError.wrongNameOrPassword
        }
        try PasswordRule.check(new, userName: account.userName)
        let fresh = try await passwords.hash(new).encoded
        let kept = token.hashed
        try await database.write { transaction in
            try transaction.setPassword(of: person, userName: account.userName, hash: fresh)
            try transaction.endSessions(of: person, except: kept)
            try transaction.audit(.passwordChanged, by: person, about: [person])
        }
    }

    /// One-time codes by which these people choose a password; an older code of theirs is void.
    ///
    /// Whoever holds a code can become its person. So an HR officer gets none for administrators and Electronic
    /// Controllers of the own agency: only an administrator, whose scope is the state, makes those.
    ///
    /// - Returns: codes for those whom the scope reaches and who are active; the others are left out.
    package func makeActivationCodes(
        for people: [PersonID], in scope: Scope, by maker: PersonID
    ) async throws -> [(person: Person, code: ActivationCode)] {
        let made = people.map { ($0, ActivationCode()) }
        return try await database.write { transaction in
            let codes = try made.compactMap { id, code -> (person: Person, code: ActivationCode)? in
                guard let person = try transaction.person(id, in: scope), person.status == .active else { return nil }
                let reachesFar = try transaction.roles(of: id).contains { $0.kind.needsSecondFactor }
                guard scope == .state || !reachesFar else { return nil }
                try transaction.setActivationCode(
                    hash: code.hashed, of: id,
                    expiresAt: transaction.now.addingTimeInterval(Double(ActivationCode.days) * 86_400))
                return (person, code)
            }
            if !codes.isEmpty {
                try transaction.audit(.activationCodesMade, by: maker, about: codes.map(\.person.id))
            }
            return codes
        }
    }

    /// Opens an account, or gives a forgotten one a new password, by staff number and one-time code.
    package func activate(
        staffNumber: String, typedCode: String, password: String, from address: String
    ) async throws {
        let failuresHere = try await database.read {
            try $0.failures(from: address, since: $0.now.addingTimeInterval(-3600))
        }
        guard failuresHere < rules.failuresPerAddress else { throw AccountError.addressBlocked }
        try PasswordRule.check(password, userName: staffNumber)
        // The hash is made first and for everyone: its cost must not tell a good code from a bad one.
        let hash = try await passwords.hash(password).encoded
        let code = ActivationCode(typed: typedCode)?.hashed
        let isDone = try await database.write { transaction -> Bool in
            guard let code, let person = try transaction.person(staffNumber: staffNumber), person.status == .active,
                try transaction.personOfActivationCode(hash: code) == person.id,
                try transaction.useActivationCode(hash: code) == person.id
            else {
                try transaction.recordFailure(of: nil, from: address)
                return false
            }
            let userName = try transaction.account(of: person.id)?.userName ?? staffNumber
            try transaction.setPassword(of: person.id, userName: userName, hash: hash)
            try transaction.endSessions(of: person.id)
            try transaction.audit(.accountActivated, by: person.id, about: [person.id])
            return true
        }
        guard isDone else { throw AccountError.activationRefused }
    }
}

extension Transaction {
    /// Sets one person's code, for the command line; an older code of theirs is void.
    package func setActivationCode(_ code: ActivationCode, of person: PersonID, by maker: PersonID?) throws {
        try setActivationCode(
            hash: code.hashed, of: person, expiresAt: now.addingTimeInterval(Double(ActivationCode.days) * 86_400))
        try audit(.activationCodesMade, by: maker, about: [person])
    }
}

extension ActivationCode {
    /// Days for which a code can be used.
    package static var days: Int { 14 }
}
