import FoundationEssentials
import Organization
import Storage
import UseCases

/// The audit log for administrators: its newest entries, its head, and whether the chain holds.
struct AuditLogPage: Page {
    static let template = "audit-log"
    static let rowsAtOnce = 50

    let title: String
    let rows: [Row]
    let isEmpty: Bool
    let actions: [Choice]
    let older: String?
    let newest: String?
    let headNumber: String
    let headHash: String
    let hasHead: Bool
    let verdict: StandingTag
    let verdictText: String
    let isBroken: Bool
    let canCheck: Bool
    var section: Section { .auditLog }

    struct Choice: Sendable {
        let code: String
        let label: String
        let isCurrent: Bool
    }

    struct Row: Sendable {
        let number: String
        let when: String
        let who: String
        let what: String
        let about: [Subject]
        let more: String?
        let purpose: String
        let detail: String
    }

    struct Subject: Sendable {
        let path: String
        let name: String
        let comma: Bool
    }

    /// What the page shows, read in one view of the database.
    struct Facts: Sendable {
        let entries: [(entry: AuditEntry, actor: PersonName?)]
        let names: [PersonID: PersonName]
        let hasOlder: Bool
        let head: (number: Int64, hash: [UInt8])?
        /// Nothing where the whole chain was not walked.
        let state: AuditLogState?
    }

    init(_ facts: Facts, before: Int64?, action: AuditAction?, zone: TimeZone, words: Words) {
        title = words["audit-log.title"]
        let actionWords = AuditLogWords(words: words)
        rows = facts.entries.map { found in
            Row(found.entry, actor: found.actor, names: facts.names, zone: zone, words: words)
        }
        isEmpty = rows.isEmpty
        actions = AuditAction.allCases.map {
            Choice(code: $0.rawValue, label: actionWords.text($0), isCurrent: $0 == action)
        }
        let query = action.map { "action=\($0.rawValue)" } ?? ""
        older = facts.hasOlder ? facts.entries.last.map { "/audit?before=\($0.entry.number)&\(query)" } : nil
        newest = before == nil ? nil : "/audit?\(query)"
        headNumber = facts.head.map { String($0.number) } ?? "0"
        headHash = facts.head.map { $0.hash.hexadecimal } ?? ""
        hasHead = facts.head != nil
        (verdict, verdictText) = Self.verdict(facts.state, words)
        if case .broken? = facts.state { isBroken = true } else { isBroken = false }
        canCheck = facts.state == nil
    }

    private static func verdict(_ state: AuditLogState?, _ words: Words) -> (StandingTag, String) {
        switch state {
        case .intact(let entries, _)?:
            (
                StandingTag(style: "good", text: words["audit-log.intact"]),
                words["audit-log.intact.text", ["count": String(entries)]]
            )
        case .broken(let number)?:
            (
                StandingTag(style: "bad", text: words["audit-log.broken"]),
                words["audit-log.broken.text", ["number": String(number)]]
            )
        case nil: (StandingTag(style: "", text: words["audit-log.unchecked"]), words["audit-log.unchecked.text"])
        }
    }
}

extension AuditLogPage.Row {
    /// So many of the people whom an entry names are listed; a list's entry can name hundreds.
    private static let mostNames = 3

    init(
        _ entry: AuditEntry, actor: PersonName?, names: [PersonID: PersonName], zone: TimeZone, words: Words
    ) {
        number = String(entry.number)
        when = DateWords(words: words).instant(entry.at, in: zone)
        who = actor?.listed ?? words["looks.program"]
        what = AuditLogWords(words: words).text(AuditAction(rawValue: entry.action))
        let shown = Array(entry.subjects.prefix(Self.mostNames))
        about = shown.enumerated().map { index, person in
            AuditLogPage.Subject(
                path: "/accounts/\(person)", name: names[person]?.listed ?? "№ \(person)",
                comma: index < shown.count - 1)
        }
        let others = entry.subjects.count - about.count
        more = others > 0 ? words["audit-log.more", ["count": String(others)]] : nil
        purpose = PurposeWords(words: words).text(entry.purpose)
        detail = entry.detail
    }

    /// Whose names a page with these entries needs.
    static func shownPeople(_ entries: [AuditEntry]) -> Set<PersonID> {
        Set(entries.flatMap { $0.subjects.prefix(mostNames) })
    }
}

/// What an entry records, said to somebody whom it does not concern.
private struct AuditLogWords {
    let words: Words

    func text(_ action: AuditAction?) -> String {
        switch action {
        case .personViewed?: words["audit-log.person-viewed"]
        case .listViewed?: words["audit-log.list-viewed"]
        case .listExported?: words["audit-log.list-exported"]
        default: AuditWords(words: words).text(action)
        }
    }
}

extension [UInt8] {
    fileprivate var hexadecimal: String {
        map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
