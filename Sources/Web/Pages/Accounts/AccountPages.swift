import Competencies
import FoundationEssentials
import Organization
import Storage
import UseCases

struct AccountPage: Page {
    static let template = "account"
    let title: String
    let name: String
    let userName: String
    let staffNumber: String
    let unit: String
    let agency: String
    let jobRole: String
    let languages: [LanguageChoice]
    let shortest: Int
    let fault: String?
    let isChanged: Bool

    struct LanguageChoice: Sendable {
        let code: String
        let label: String
        let isCurrent: Bool
    }

    init(
        viewer: Viewer, userName: String, staffNumber: String, unit: String, agency: String, jobRole: JobRole?,
        language: Language, fault: String?, isChanged: Bool, words: Words
    ) {
        title = words["account.title"]
        name = viewer.name.full
        self.userName = userName
        self.staffNumber = staffNumber
        self.unit = unit
        self.agency = agency
        self.jobRole = jobRole?.name[language] ?? viewer.posting.jobRole
        let labels: [Language: String] = [.az: "Azərbaycan dili", .en: "English", .ru: "Русский"]
        languages = Language.allCases.map {
            LanguageChoice(code: $0.rawValue, label: labels[$0] ?? "", isCurrent: $0 == viewer.language)
        }
        shortest = PasswordRule.shortest
        self.fault = fault
        self.isChanged = isChanged
    }
}

/// Who has looked at a person's data, when and what for.
struct LooksPage: Page {
    static let template = "looks"
    let title: String
    let rows: [Row]
    let isEmpty: Bool

    struct Row: Sendable {
        let when: String
        let who: String
        let agency: String
        let what: String
        let purpose: String
    }

    init(
        entries: [(entry: AuditEntry, actor: PersonName?, agency: String?)], zone: TimeZone, words: Words
    ) {
        title = words["looks.title"]
        let dates = DateWords(words: words)
        rows = entries.map { found in
            Row(
                when: dates.instant(found.entry.at, in: zone), who: found.actor?.full ?? words["looks.program"],
                agency: found.agency ?? "",
                what: AuditWords(words: words).text(AuditAction(rawValue: found.entry.action)),
                purpose: PurposeWords(words: words).text(found.entry.purpose))
        }
        isEmpty = rows.isEmpty
    }
}

/// What an audit entry says was done.
struct AuditWords {
    let words: Words

    func text(_ action: AuditAction?) -> String {
        switch action {
        case .personViewed: words["audit.person-viewed"]
        case .listViewed: words["audit.list-viewed"]
        case .listExported: words["audit.list-exported"]
        case .reportViewed: words["audit.report-viewed"]
        case .peopleImported: words["audit.people-imported"]
        case .activationCodesMade: words["audit.activation-codes-made"]
        case .accountActivated: words["audit.account-activated"]
        case .accountCreated: words["audit.account-created"]
        case .passwordChanged: words["audit.password-changed"]
        case .secondFactorSet: words["audit.second-factor-set"]
        case .secondFactorReset: words["audit.second-factor-reset"]
        case .sessionsEnded: words["audit.sessions-ended"]
        case .accountClosed: words["audit.account-closed"]
        case .courseAssigned: words["audit.course-assigned"]
        case .roleGranted: words["audit.role-granted"]
        case .roleRevoked: words["audit.role-revoked"]
        case .extraTimeSet: words["audit.extra-time-set"]
        case .faultRecorded: words["audit.fault-recorded"]
        case .privacyAcknowledged: words["audit.privacy-acknowledged"]
        case .databaseRestored: words["audit.database-restored"]
        case nil: words["audit.other"]
        }
    }
}

/// Why a page was opened: a preset purpose of the program's, or the words that somebody typed.
struct PurposeWords {
    let words: Words

    func text(_ purpose: String?) -> String {
        switch purpose {
        case nil: ""
        case "hr:certificates": words["purpose.certificates"]
        case "hr:assignments": words["purpose.assignments"]
        case "hr:staff": words["purpose.staff"]
        case "admin:accounts": words["purpose.accounts"]
        case .some(let typed): typed
        }
    }
}
