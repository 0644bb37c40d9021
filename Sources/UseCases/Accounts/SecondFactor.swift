import FoundationEssentials
package import Organization
import Storage

extension Bilik {
    /// Takes the second factor of a session that waits for it: a code of the app, or a recovery code, once each.
    ///
    /// The half-open session ends and a new one begins, so that a token seen before the code is worth nothing after it.
    package func confirmSecondFactor(
        _ typed: String, of person: PersonID, half token: SecretToken, from address: String
    ) async throws -> NewSession {
        let half = token.hashed
        let fresh = SecretToken()
        let freshHash = fresh.hashed
        let csrfToken = SecretToken().text
        let recovery = RecoveryCode(typed: typed)?.hashed
        let isConfirmed = try await database.write { transaction -> Bool in
            guard let account = try transaction.account(of: person), let secret = account.secondFactorSecret,
                let generator = TimeBasedCode(secret: secret)
            else { return false }
            let wait = SignInDelay.seconds(afterFailures: account.failures)
            if let last = account.lastFailureAt, transaction.now.timeIntervalSince(last) < Double(wait) {
                throw AccountError.wait(seconds: wait)
            }
            let step = generator.matchedStep(
                for: typed, atSecondsSince1970: Int(transaction.now.timeIntervalSince1970),
                after: account.secondFactorStep.map(Int.init))
            if let step {
                try transaction.acceptSecondFactor(step: Int64(step), of: person)
            } else if let recovery, try transaction.useRecoveryCode(hash: recovery, of: person) {
                // A recovery code is used up by being right.
            } else {
                try transaction.recordFailure(of: person, from: address)
                return false
            }
            try transaction.clearFailures(of: person)
            try transaction.endSession(tokenHash: half)
            try transaction.addSession(
                tokenHash: freshHash, person: person, csrfToken: csrfToken, awaitsSecondFactor: false)
            return true
        }
        guard isConfirmed else { throw AccountError.wrongCode }
        return NewSession(token: fresh, awaitsSecondFactor: false)
    }

    /// Sets the second factor up once the person has shown that their app gives its codes.
    ///
    /// - Returns: the session that takes the half-open one's place, and the recovery codes, which are shown once.
    package func setUpSecondFactor(
        _ code: TimeBasedCode, typed: String, of person: PersonID, half token: SecretToken
    ) async throws -> (session: NewSession, recovery: [RecoveryCode]) {
        let half = token.hashed
        let fresh = SecretToken()
        let freshHash = fresh.hashed
        let csrfToken = SecretToken().text
        let codes = RecoveryCode.freshSet()
        let hashes = codes.map(\.hashed)
        let secret = code.secret
        let isRight = try await database.write { transaction -> Bool in
            let step = code.matchedStep(
                for: typed, atSecondsSince1970: Int(transaction.now.timeIntervalSince1970), after: nil)
            guard let step else { return false }
            try transaction.setSecondFactor(of: person, secret: secret, recoveryHashes: hashes)
            try transaction.acceptSecondFactor(step: Int64(step), of: person)
            try transaction.endSession(tokenHash: half)
            try transaction.addSession(
                tokenHash: freshHash, person: person, csrfToken: csrfToken, awaitsSecondFactor: false)
            try transaction.audit(.secondFactorSet, by: person, about: [person])
            return true
        }
        guard isRight else { throw AccountError.wrongCode }
        return (NewSession(token: fresh, awaitsSecondFactor: false), codes)
    }

    package func hasSecondFactor(_ person: PersonID) async throws -> Bool {
        try await database.read { try $0.account(of: person)?.secondFactorSecret != nil }
    }
}
