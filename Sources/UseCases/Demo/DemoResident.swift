import FoundationEssentials
import Organization

/// A person of the demo once their history has happened: what the audit log and the roles need of them.
struct DemoResident: Sendable {
    let person: PersonID
    private(set) var agency: String
    private(set) var unit: String
    /// In this agency since that day.
    private(set) var since: Day
    var isActive = true
    var account: DemoAccount?
    var isPersonnelOfficer = false
    /// What the audit log is to say of the person's history.
    var notices: [DemoNotice] = []

    init(person: PersonID, agency: String, unit: String, since: Day) {
        self.person = person
        self.agency = agency
        self.unit = unit
        self.since = since
    }

    mutating func move(to unit: String, on day: Day) {
        self.unit = unit
        agency = String(unit.prefix { $0 != "-" })
        since = day
    }
}

/// An entry that the audit log is to get.
///
/// The log is one chain in the order of time, so entries are gathered first.
struct DemoNotice: Sendable {
    let at: Date
    let actor: PersonID?
    let action: AuditAction
    var subjects: [PersonID]
    var purpose: String?
    var detail = ""
}
