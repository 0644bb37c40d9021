import FoundationEssentials
import Organization
package import Storage

/// A session that has just begun.
package struct NewSession: Sendable {
    package let token: SecretToken
    package let awaitsSecondFactor: Bool
}

extension Bilik {
    /// Begins a session for whoever knows the password.
    ///
    /// An unknown name, a closed account and a wrong password cost the same time and give the same answer.
    package func signIn(userName: String, password: String, from address: String) async throws -> NewSession {
        let rules = rules
        let (account, needsCode, failuresHere, now) = try await database.read { connection in
            let account = try connection.account(userName: userName)
            let roles = try account.map { try connection.roles(of: $0.person) } ?? []
            return (
                account, roles.contains { $0.kind.needsSecondFactor },
                try connection.failures(from: address, since: connection.now.addingTimeInterval(-3600)),
                connection.now
            )
        }
        guard failuresHere < rules.failuresPerAddress else { throw AccountError.addressBlocked }
        guard let account, !account.isClosed, let hash = PasswordHash(encoded: account.passwordHash) else {
            try await passwords.verifyAgainstNobody(password)
            try await database.write { try $0.recordFailure(of: nil, from: address) }
            throw AccountError.wrongNameOrPassword
        }
        if let wait = secondsToWait(account, at: now) { throw AccountError.wait(seconds: wait) }
        guard try await passwords.verify(password, against: hash) else {
            try await database.write { try $0.recordFailure(of: account.person, from: address) }
            throw AccountError.wrongNameOrPassword
        }
        let raised = hash.needsRaise(to: passwords.cost) ? try await passwords.hash(password) : nil
        let awaits = rules.asksSecondFactor && (needsCode || account.secondFactorSecret != nil)
        let token = SecretToken()
        let tokenHash = token.hashed
        let csrfToken = SecretToken().text
        try await database.write { transaction in
            if !awaits { try transaction.clearFailures(of: account.person) }
            if let raised { try transaction.raiseHash(of: account.person, to: raised.encoded) }
            try transaction.addSession(
                tokenHash: tokenHash, person: account.person, csrfToken: csrfToken, awaitsSecondFactor: awaits)
        }
        return NewSession(token: token, awaitsSecondFactor: awaits)
    }

    package func signOut(_ token: SecretToken) async throws {
        let hash = token.hashed
        try await database.write { try $0.endSession(tokenHash: hash) }
    }

    /// The session behind a token, where it is still good; notes that it was used.
    package func session(_ token: SecretToken) async throws -> SessionRecord? {
        let hash = token.hashed
        let (found, now) = try await database.read { (try $0.session(tokenHash: hash), $0.now) }
        guard let session = found else { return nil }
        let idle = now.timeIntervalSince(session.lastSeenAt)
        let age = now.timeIntervalSince(session.createdAt)
        guard idle < Double(rules.sessionIdleMinutes) * 60, age < Double(rules.sessionHours) * 3600 else {
            try await database.write { try $0.endSession(tokenHash: hash) }
            return nil
        }
        // A write a minute, not one a request: idle expiry needs no finer clock.
        if idle > 60 { try await database.write { try $0.touchSession(tokenHash: hash) } }
        return session
    }

    private func secondsToWait(_ account: AccountRecord, at now: Date) -> Int? {
        guard let last = account.lastFailureAt else { return nil }
        let delay = Double(SignInDelay.seconds(afterFailures: account.failures))
        let left = delay - now.timeIntervalSince(last)
        return left > 0 ? Int(left.rounded(.up)) : nil
    }
}
