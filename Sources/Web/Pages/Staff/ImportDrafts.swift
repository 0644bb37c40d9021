import FoundationEssentials
import Organization
import Synchronization
import UseCases

/// Staff files between their dry run and the word to apply them: in memory only, one a person, for a quarter of an hour.
///
/// They are full of personal data that may never be taken over, so they go into no table and no file.
final class ImportDrafts: Sendable {
    struct Draft: Sendable {
        let token: String
        let fileName: String
        let bytes: [UInt8]
        let keptAt: Date
    }

    static let minutes = 15
    /// Bytes of all drafts together; the oldest goes first.
    private static let mostBytes = 64 * 1024 * 1024

    private let drafts = Mutex<[PersonID: Draft]>([:])

    /// Keeps a file in place of an older one of the same person, and answers the token by which it is found again.
    func keep(_ bytes: [UInt8], named fileName: String, of person: PersonID, at now: Date) -> String {
        let draft = Draft(token: SecretToken().text, fileName: fileName, bytes: bytes, keptAt: now)
        drafts.withLock { drafts in
            drafts[person] = nil
            drafts = drafts.filter { Self.isFresh($0.value, at: now) }
            while drafts.values.reduce(bytes.count, { $0 + $1.bytes.count }) > Self.mostBytes,
                let oldest = drafts.min(by: { $0.value.keptAt < $1.value.keptAt })
            {
                drafts[oldest.key] = nil
            }
            drafts[person] = draft
        }
        return draft.token
    }

    /// The person's file; nothing where it has been applied, replaced or kept too long.
    func draft(_ token: String, of person: PersonID, at now: Date) -> Draft? {
        drafts.withLock { drafts in
            guard let draft = drafts[person], draft.token == token, Self.isFresh(draft, at: now) else { return nil }
            return draft
        }
    }

    func drop(of person: PersonID) { drafts.withLock { $0[person] = nil } }

    private static func isFresh(_ draft: Draft, at now: Date) -> Bool {
        now.timeIntervalSince(draft.keptAt) < Double(minutes) * 60
    }
}
