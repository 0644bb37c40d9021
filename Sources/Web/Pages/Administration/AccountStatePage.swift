import FoundationEssentials
import Organization
import Storage
import UseCases

/// One person's account: how it stands, which roles it has, and what an administrator may do about it.
struct AccountStatePage: Page {
    static let template = "account-state"
    let title: String
    let action: String
    let name: String
    let staffNumber: String
    let agency: String
    let unit: String
    let notice: String?
    let fault: String?
    let tag: StandingTag
    let isActive: Bool
    let hasAccount: Bool
    let userName: String
    let factor: StandingTag
    let hasFactor: Bool
    let failures: String
    let sessions: Int
    let hasSessions: Bool
    let code: String
    let isOpen: Bool
    let grants: [Grant]
    let hasGrants: Bool
    let agencies: [Choice]
    let units: [Choice]
    let hasUnits: Bool
    let kinds: [Choice]
    var section: Section { .accounts }

    struct Grant: Sendable {
        let kind: String
        let role: String
        let place: String?
        let reach: String
        let agency: String
        let unit: String
    }

    struct Choice: Sendable {
        let value: String
        let label: String
        let isCurrent: Bool
    }

    /// What the page shows, read in one view of the database.
    struct Facts: Sendable {
        let person: Person
        let agency: String
        let unit: String
        let account: AccountState?
        let grants: [RoleGrant]
        let sessions: Int
        let codeExpiry: Date?
        let agencies: [Agency]
        /// The e-government units for which the person could report: those of their agency and its subordinates.
        let units: [AgencyUnit]
        let now: Date
    }

    init(_ facts: Facts, notice: String?, fault: String?, zone: TimeZone, words: Words) {
        let person = facts.person
        title = person.name.full
        action = "/accounts/\(person.id)"
        name = person.name.full
        staffNumber = person.staffNumber
        agency = facts.agency
        unit = facts.unit
        self.notice = notice
        self.fault = fault
        tag = StandingTag(account: facts.account, of: person.status, words: words)
        isActive = person.status == .active
        hasAccount = facts.account != nil
        isOpen = facts.account?.isClosed == false
        userName = facts.account?.userName ?? ""
        hasFactor = facts.account?.hasSecondFactor == true
        factor = Self.factor(facts, words)
        failures = Self.failures(facts, words)
        sessions = facts.sessions
        hasSessions = facts.sessions > 0
        let dates = DateWords(words: words)
        code =
            facts.codeExpiry.map { words["accounts.code.until", ["when": dates.instant($0, in: zone)]] }
            ?? words["accounts.code.none"]
        let roleWords = RoleWords(words: words)
        grants = facts.grants.map { grant in
            Grant(
                kind: grant.kind.rawValue, role: roleWords.text(grant.kind), place: grant.place,
                reach: roleWords.reach(grant), agency: grant.agency?.description ?? "",
                unit: grant.unit?.description ?? "")
        }
        hasGrants = !grants.isEmpty
        agencies = facts.agencies.map {
            Choice(value: $0.id.description, label: $0.name, isCurrent: $0.id == person.posting.agency)
        }
        units = facts.units.map {
            Choice(value: $0.id.description, label: "\($0.name) (\($0.code))", isCurrent: $0.id == person.posting.unit)
        }
        hasUnits = !units.isEmpty
        let held = Set(facts.grants.map(\.kind))
        kinds = [Role.Kind.electronicController, .author, .administrator].filter { !held.contains($0) }.map {
            Choice(value: $0.rawValue, label: "\(roleWords.text($0)): \(words.reach(of: $0))", isCurrent: false)
        }
    }

    private static func factor(_ facts: Facts, _ words: Words) -> StandingTag {
        if facts.account?.hasSecondFactor == true {
            return StandingTag(style: "good", text: words["accounts.factor.set"])
        }
        return facts.grants.contains { $0.kind.needsSecondFactor }
            ? StandingTag(style: "soon", text: words["accounts.factor.due"])
            : StandingTag(style: "", text: words["accounts.factor.none"])
    }

    private static func failures(_ facts: Facts, _ words: Words) -> String {
        guard let account = facts.account, account.failures > 0, let last = account.lastFailureAt else {
            return words["accounts.failures.none"]
        }
        let left = Double(SignInDelay.seconds(afterFailures: account.failures)) - facts.now.timeIntervalSince(last)
        let count = ["count": String(account.failures)]
        return left > 0
            ? words["accounts.failures.slowed", count.merging(["seconds": String(Int(left.rounded(.up)))]) { $1 }]
            : words["accounts.failures.some", count]
    }
}

extension Words {
    fileprivate func reach(of kind: Role.Kind) -> String { RoleWords(words: self).reach(RoleGrant(kind: kind)) }
}

/// An activation code, shown this once.
struct ActivationCodePage: Page {
    static let template = "account-code"
    let title: String
    let name: String
    let staffNumber: String
    let code: String
    let back: String
    let address: String
    var section: Section { .accounts }
    var isColumn: Bool { true }

    init(person: Person, code: ActivationCode, address: String, words: Words) {
        title = words["accounts.code.title"]
        name = person.name.full
        staffNumber = person.staffNumber
        self.code = code.text
        self.address = address
        back = "/accounts/\(person.id)"
    }
}
