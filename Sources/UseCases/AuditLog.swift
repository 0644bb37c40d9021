import Crypto
import FoundationEssentials
package import Organization
package import Storage

/// What the audit log records.
package enum AuditAction: String, Sendable, CaseIterable {
    case personViewed = "person-viewed"
    case listViewed = "list-viewed"
    case listExported = "list-exported"
    case reportViewed = "report-viewed"
    case peopleImported = "people-imported"
    case activationCodesMade = "activation-codes-made"
    case accountActivated = "account-activated"
    case accountCreated = "account-created"
    case passwordChanged = "password-changed"
    case secondFactorSet = "second-factor-set"
    case secondFactorReset = "second-factor-reset"
    case sessionsEnded = "sessions-ended"
    case accountClosed = "account-closed"
    case courseAssigned = "course-assigned"
    case roleGranted = "role-granted"
    case roleRevoked = "role-revoked"
    case extraTimeSet = "extra-time-set"
    case faultRecorded = "fault-recorded"
    case privacyAcknowledged = "privacy-acknowledged"
    case databaseRestored = "database-restored"

    /// Whether somebody looked at somebody's data: what *Who has looked at my data* shows.
    package var isLook: Bool {
        switch self {
        case .personViewed, .listViewed, .listExported: true
        default: false
        }
    }
}

extension Transaction {
    /// Adds one entry to the audit log, chained to the one before it.
    ///
    /// - Parameters:
    ///   - detail: what was looked at or done, in machine words (a filter, a count); no names of people.
    package func audit(
        _ action: AuditAction, by actor: PersonID?, about subjects: [PersonID], purpose: String? = nil,
        detail: String = ""
    ) throws {
        let last = try lastAuditEntry()
        let entry = AuditEntry(
            number: (last?.number ?? 0) + 1, at: now, actor: actor, action: action.rawValue, purpose: purpose,
            detail: detail, subjects: subjects, previousHash: last?.hash ?? [])
        try append(entry, hash: entry.chained)
    }
}

extension AuditEntry {
    /// SHA-256 over the previous hash and every field, each with its length before it so that no two entries collide.
    package var chained: [UInt8] {
        var digest = SHA256()
        digest.update(data: previousHash)
        let fields = [
            String(number), String(Int64((at.timeIntervalSince1970 * 1000).rounded())),
            actor.map(\.description) ?? "", action, purpose ?? "", detail,
            subjects.map(\.description).joined(separator: ","),
        ]
        for field in fields {
            digest.update(data: Data("\(field.utf8.count):\(field)".utf8))
        }
        return Array(digest.finalize())
    }
}
