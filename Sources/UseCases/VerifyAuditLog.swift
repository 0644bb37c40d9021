package import Storage

/// What a walk along the audit log's chain found.
package enum AuditLogState: Hashable, Sendable {
    /// Every entry is the one that was written.
    ///
    /// - Parameters:
    ///   - entries: how many there are.
    ///   - head: the last entry's hash; compared with one that was noted earlier it shows a log rewritten as a whole.
    case intact(entries: Int64, head: [UInt8])
    /// The first entry that is missing or is not what was written.
    case broken(number: Int64)
}

extension Connection {
    /// Follows the chain from its first entry to its head, a few hundred entries in memory at a time.
    package func verifyAuditLog() throws -> AuditLogState {
        var number: Int64 = 0
        var head: [UInt8] = []
        while true {
            let entries = try auditEntries(after: number, atMost: 500)
            guard !entries.isEmpty else { return .intact(entries: number, head: head) }
            for (entry, hash) in entries {
                let isNext = entry.number == number + 1 && entry.previousHash == head
                guard isNext, hash == entry.chained else { return .broken(number: number + 1) }
                (number, head) = (entry.number, hash)
            }
        }
    }
}

extension Bilik {
    package func verifyAuditLog() async throws -> AuditLogState {
        try await database.read { try $0.verifyAuditLog() }
    }
}
