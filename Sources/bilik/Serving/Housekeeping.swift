import Foundation
import Logging
import ServiceLifecycle
import UseCases

/// What happens by itself: attempts close when their time is up, old sessions and failures are forgotten.
struct Housekeeping: Service {
    let bilik: Bilik
    let logger: Logger

    func run() async throws {
        // Ends with the server: `cancelWhenGracefulShutdown` wakes the sleep.
        await cancelWhenGracefulShutdown {
            var rounds = 0
            while !Task.isCancelled {
                await attempt("closing attempts") { _ = try await bilik.closeOverdueAttempts() }
                if rounds % 600 == 0 { await attempt("forgetting") { try await bilik.forgetWhatIsOld() } }
                rounds += 1
                try? await Task.sleep(for: .seconds(1))
            }
        }
    }

    private func attempt(_ what: String, _ work: () async throws -> Void) async {
        do {
            try await work()
        } catch {
            logger.error("housekeeping failed", metadata: ["what": "\(what)", "error": "\(error)"])
        }
    }
}
