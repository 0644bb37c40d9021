import FoundationEssentials
import Storage

extension Bilik {
    /// Removes sessions that have ended and failures that no longer count.
    package func forgetWhatIsOld() async throws {
        let (idle, absolute) = (Double(rules.sessionIdleMinutes) * 60, Double(rules.sessionHours) * 3600)
        try await database.write { transaction in
            let now = transaction.now
            try transaction.forgetFailures(before: now.addingTimeInterval(-3600))
            try transaction.endSessions(
                lastSeenBefore: now.addingTimeInterval(-idle), createdBefore: now.addingTimeInterval(-absolute))
        }
    }
}
