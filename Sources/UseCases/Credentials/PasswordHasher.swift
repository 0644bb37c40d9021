import Foundation
import Synchronization

/// Hashes and compares passwords on threads of its own, so that signing in never holds up the pages of the others.
///
/// Each computation keeps a processor busy for a fifth of a second and fills 32 MiB: on the server's event loops or on
/// the shared pool of tasks a few of them would stop every other request.
package final class PasswordHasher: Sendable {
    package let cost: ScryptCost
    private let queue = OperationQueue()
    private let mostWaiting: Int
    private let waiting = Mutex(0)
    private let nobody: PasswordHash

    /// - Parameters:
    ///   - width: how many computations run at the same time.
    ///   - mostWaiting: how many may be running or in line. With two at a time, the last of 200 waits 20 seconds;
    ///     beyond it a visitor would have given up, and a flood of sign-ins would only lengthen the line.
    package init(cost: ScryptCost = .standard, width: Int = 2, mostWaiting: Int = 200) {
        self.cost = cost
        self.mostWaiting = mostWaiting
        nobody = PasswordHash.matchingNobody(cost: cost)
        queue.name = "password hashing"
        queue.maxConcurrentOperationCount = max(1, width)
        queue.qualityOfService = .userInitiated
    }

    package func hash(_ password: String) async throws(PasswordHashError) -> PasswordHash {
        let cost = cost
        return try await run { () throws(PasswordHashError) in
            try PasswordHash.make(password: password, cost: cost)
        }
    }

    package func verify(_ password: String, against hash: PasswordHash) async throws(PasswordHashError) -> Bool {
        try await run { () throws(PasswordHashError) in try hash.verify(password: password) }
    }

    /// Spends what comparing would, so that the time of the answer does not tell which names exist.
    package func verifyAgainstNobody(_ password: String) async throws(PasswordHashError) {
        _ = try await verify(password, against: nobody)
    }

    private func run<Value: Sendable>(_ work: @escaping @Sendable () throws(PasswordHashError) -> Value)
        async throws(PasswordHashError) -> Value
    {
        let hasRoom = waiting.withLock { waiting in
            guard waiting < mostWaiting else { return false }
            waiting += 1
            return true
        }
        guard hasRoom else { throw .tooManyWaiting }
        let result: Result<Value, PasswordHashError> = await withCheckedContinuation { continuation in
            queue.addOperation {
                let result = Result(catching: work)
                self.waiting.withLock { $0 -= 1 }
                continuation.resume(returning: result)
            }
        }
        return try result.get()
    }
}
