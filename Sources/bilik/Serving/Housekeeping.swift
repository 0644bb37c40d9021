import Foundation
import Logging
import Organization
import ServiceLifecycle
import Storage
import UseCases

/// What happens by itself: attempts close when their time is up, old sessions and failures are forgotten, and the
/// audit log's head is written to the program's log once a day.
struct Housekeeping: Service {
    let bilik: Bilik
    let logger: Logger

    func run() async throws {
        // Ends with the server: `cancelWhenGracefulShutdown` wakes the sleep.
        await cancelWhenGracefulShutdown {
            var rounds = 0
            var headLogged: Day?
            while !Task.isCancelled {
                await attempt("closing attempts") { _ = try await bilik.closeOverdueAttempts() }
                if rounds % 600 == 0 { await attempt("forgetting") { try await bilik.forgetWhatIsOld() } }
                if rounds % 60 == 0 {
                    await attempt("audit head") { headLogged = try await logHead(after: headLogged) }
                }
                rounds += 1
                try? await Task.sleep(for: .seconds(1))
            }
        }
    }

    /// Whoever rewrites the audit log as a whole would have to rewrite the program's log of every past day as well.
    private func logHead(after last: Day?) async throws -> Day {
        let (today, head) = try await bilik.database.read { ($0.today, try $0.lastAuditEntry()) }
        guard today != last else { return today }
        let state = try await bilik.verifyAuditLog()
        if case .broken(let number) = state {
            logger.critical("audit log broken", metadata: ["number": "\(number)"])
        }
        logger.notice(
            "audit head",
            metadata: [
                "number": "\(head?.number ?? 0)", "sha256": "\((head?.hash ?? []).hexadecimal)",
            ])
        return today
    }

    private func attempt(_ what: String, _ work: () async throws -> Void) async {
        do {
            try await work()
        } catch {
            logger.error("housekeeping failed", metadata: ["what": "\(what)", "error": "\(error)"])
        }
    }
}

extension [UInt8] {
    var hexadecimal: String { map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }
}
