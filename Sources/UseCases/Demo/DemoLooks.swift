import AdaptiveTesting
import FoundationEssentials
import Organization

/// Who has looked at whose data in the last months, and what the administrator did at the beginning.
struct DemoLooks {
    private let calendar: DemoCalendar
    private let residents: [DemoResident]
    private var generator: SeededGenerator
    private var notices: [DemoNotice] = []

    init(_ residents: [DemoResident], on calendar: DemoCalendar, using generator: inout SeededGenerator) {
        self.calendar = calendar
        self.residents = residents
        self.generator = generator.branch()
    }

    /// Every entry of the audit log, in the order of time.
    mutating func entries() -> [DemoNotice] {
        notices = beginnings() + gathered(residents.flatMap(\.notices))
        for officer in residents where officer.isPersonnelOfficer { addLooks(of: officer) }
        if let controller = resident(.controller) { addLooks(ofController: controller) }
        addLooksAtLearner()
        // Nothing lies in the future, and equal instants keep their order.
        return notices.filter { $0.at <= calendar.now }.enumerated()
            .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
    }

    private func resident(_ account: DemoAccount) -> DemoResident? { residents.first { $0.account == account } }

    /// The administrator creates the accounts and grants the roles.
    private func beginnings() -> [DemoNotice] {
        let administrator = resident(.admin)?.person
        let morning = calendar.morning(of: calendar.begin.adding(days: 3))
        return residents.flatMap { resident -> [DemoNotice] in
            var found: [DemoNotice] = []
            if resident.account != nil {
                found.append(
                    DemoNotice(at: morning, actor: administrator, action: .accountCreated, subjects: [resident.person]))
            }
            let role = resident.account?.role ?? (resident.isPersonnelOfficer ? .hrOfficer : nil)
            if let role {
                found.append(
                    DemoNotice(
                        at: morning.addingTimeInterval(600), actor: administrator, action: .roleGranted,
                        subjects: [resident.person], detail: "role=\(role.rawValue)"))
            }
            return found
        }
    }

    /// A course that an officer assigns to many is one entry, naming them all.
    private func gathered(_ single: [DemoNotice]) -> [DemoNotice] {
        struct Key: Hashable {
            let at: Date
            let actor: PersonID?
            let action: AuditAction
            let detail: String
        }
        var places: [Key: Int] = [:]
        var entries: [DemoNotice] = []
        for notice in single {
            let key = Key(at: notice.at, actor: notice.actor, action: notice.action, detail: notice.detail)
            if let place = places[key] {
                entries[place].subjects += notice.subjects
            } else {
                places[key] = entries.count
                entries.append(notice)
            }
        }
        return entries
    }

    private mutating func addLooks(of officer: DemoResident) {
        let longAgo = calendar.days(ago: Self.mostDaysAgo)
        let staff = residents.filter { $0.agency == officer.agency && $0.isActive && $0.since < longAgo }
        for _ in 0..<(10 + staff.count / 6) {
            guard let person = generator.element(of: staff) else { return }
            let at = instant(daysAgo: generator.number(in: 0...Self.mostDaysAgo))
            switch generator.fraction() {
            case ..<0.6:
                add(.personViewed, at, officer, [person], generator.element(of: StaffPurpose.allCases)?.preset)
            case ..<0.92:
                let page = Array(generator.shuffled(staff).prefix(25))
                add(
                    .listViewed, at, officer, page, StaffPurpose.certificates.preset,
                    "standing=expiring page=1 count=\(page.count)")
            default:
                let part = Array(generator.shuffled(staff).prefix(60))
                add(
                    .listExported, at, officer, part, StaffPurpose.certificates.preset,
                    "unit=\(person.unit) format=csv count=\(part.count)")
            }
        }
    }

    private mutating func addLooks(ofController controller: DemoResident) {
        let units = DemoAgency.all.flatMap(\.units).filter(\.isEGovernment)
        let period = Period(containing: calendar.today).previous
        for _ in 0..<40 {
            let at = instant(daysAgo: generator.number(in: 0...120))
            if let unit = generator.element(of: units) {
                add(.reportViewed, at, controller, [], nil, "unit=\(unit.code) period=\(period)")
            }
            if let person = generator.element(of: residents), person.since < calendar.days(ago: 120), person.isActive {
                add(
                    .personViewed, at.addingTimeInterval(420), controller, [person],
                    generator.element(of: Self.controllersPurposes))
            }
        }
    }

    private mutating func addLooksAtLearner() {
        guard let learner = resident(.learner), let officer = resident(.hr), let controller = resident(.controller)
        else { return }
        add(.personViewed, instant(daysAgo: 47), officer, [learner], StaffPurpose.staff.preset)
        add(.personViewed, instant(daysAgo: 20), officer, [learner], StaffPurpose.certificates.preset)
        add(.personViewed, instant(daysAgo: 12), controller, [learner], Self.controllersPurposes[0])
        add(
            .listViewed, instant(daysAgo: 5), officer, [learner], StaffPurpose.certificates.preset,
            "standing=expiring page=1 count=1")
        add(.personViewed, instant(daysAgo: 4), officer, [learner], StaffPurpose.certificates.preset)
    }

    private mutating func add(
        _ action: AuditAction, _ at: Date, _ actor: DemoResident, _ subjects: [DemoResident], _ purpose: String?,
        _ detail: String = ""
    ) {
        notices.append(
            DemoNotice(
                at: at, actor: actor.person, action: action, subjects: subjects.map(\.person), purpose: purpose,
                detail: detail))
    }

    private mutating func instant(daysAgo: Int) -> Date {
        calendar.instant(on: calendar.days(ago: daysAgo), using: &generator)
    }

    private static let mostDaysAgo = 180

    private static let controllersPurposes = [
        "Vahidin yarımillik hesabatındakı rəqəmin yoxlanılması", "Vətəndaş müraciətinə cavabın hazırlanması",
        "Səriştə çatışmazlığının səbəbinin araşdırılması", "Sertifikat haqqında məlumatın dəqiqləşdirilməsi",
    ]
}
