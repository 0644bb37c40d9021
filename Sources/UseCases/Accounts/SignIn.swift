import Crypto
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
            try await refuseUnknown(userName, password, from: address)
            throw AccountError.wrongNameOrPassword
        }
        if let wait = Self.secondsToWait(account.failures, since: account.lastFailureAt, at: now) {
            throw AccountError.wait(seconds: wait)
        }
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
            // Of many tries sent at once all but the first find failures that were not there when they were let in.
            if let present = try transaction.account(of: account.person), present.failures > account.failures,
                let wait = Self.secondsToWait(present.failures, since: present.lastFailureAt, at: transaction.now)
            {
                throw AccountError.wait(seconds: wait)
            }
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

    /// Slows an unknown name like a known one, and spends the same time: either would tell which accounts exist.
    private func refuseUnknown(_ userName: String, _ password: String, from address: String) async throws {
        let name = Self.slowedName(userName)
        let (failures, last, now) = try await database.read { connection in
            (
                try connection.failures(from: name, since: connection.now.addingTimeInterval(-3600)),
                try connection.lastFailure(from: name), connection.now
            )
        }
        if let wait = Self.secondsToWait(failures, since: last, at: now) { throw AccountError.wait(seconds: wait) }
        try await passwords.verifyAgainstNobody(password)
        try await database.write { transaction in
            try transaction.recordFailure(of: nil, from: address)
            try transaction.recordFailure(of: nil, from: name)
        }
    }

    /// What failures of an unknown name are kept under; hashed, for people type passwords into the wrong field.
    private static func slowedName(_ userName: String) -> String {
        let digest = SHA256.hash(data: [UInt8](userName.utf8))
        return "name:" + digest.map { String($0, radix: 16) }.joined(separator: ".")
    }

    private static func secondsToWait(_ failures: Int, since last: Date?, at now: Date) -> Int? {
        guard let last else { return nil }
        let delay = Double(SignInDelay.seconds(afterFailures: failures))
        let left = delay - now.timeIntervalSince(last)
        return left > 0 ? Int(left.rounded(.up)) : nil
    }
}
