import AdaptiveTesting
import Competencies
import Courseware
import Organization
import Storage

/// Makes the people of the demo: who they are, where they work, and the lives that lie before them.
struct DemoStaff {
    private let calendar: DemoCalendar
    private let content: Content
    private let cast: DemoCast
    private let jobRoles: [String]
    /// The competencies that have questions, and so true abilities worth having.
    private let competencies: [CompetencyID]
    /// By how much a unit's people are better than their agency's, and by how much more they finish.
    private let unitEffects: [String: Double]
    private var generator: SeededGenerator
    private var names = DemoNames(taken: DemoAccount.allCases.map(\.name) + [DemoNames.longest])
    private var addresses: Set<String> = []
    private var lives: [DemoLife] = []

    init(calendar: DemoCalendar, content: Content, using generator: inout SeededGenerator) {
        self.calendar = calendar
        self.content = content
        cast = DemoCast(calendar: calendar, content: content)
        jobRoles = content.jobRoles.map(\.id)
        competencies = content.framework.competencies.map(\.id).filter {
            !content.practiceQuestions(of: $0).isEmpty || !content.examQuestions(of: $0).isEmpty
        }
        var effects: [String: Double] = [:]
        for unit in DemoAgency.all.flatMap(\.units) {
            effects[unit.code] = generator.normal(mean: unit.isEGovernment ? 0.2 : 0, deviation: 0.18)
        }
        unitEffects = effects
        self.generator = generator.branch()
    }

    /// The fewest people that a world can have: the six accounts and an HR officer for each of the other agencies.
    static let fewest = DemoAccount.allCases.count + DemoAgency.all.count - 1

    /// So many lives, the HR officers first: they assign courses to the others.
    mutating func lives(_ count: Int) -> [DemoLife] {
        lives = []
        addPersonnelOfficers()
        for account in DemoAccount.allCases where account != .hr { add(account) }
        let seats = seats(count - lives.count)
        for (index, seat) in seats.enumerated() {
            addOrdinary(in: seat.agency, unit: seat.unit, isHead: seat.isHead, index: index)
        }
        return lives
    }

    private mutating func addPersonnelOfficers() {
        add(.hr)
        for agency in DemoAgency.all where agency.code != DemoAccount.hr.agency?.code {
            guard let unit = agency.units.first(where: { $0.work == .personnel }) ?? agency.units.first else {
                continue
            }
            var life = life(
                names.draw(using: &generator), in: agency, unit: unit, isHead: false, hired: hireDay(isNew: false))
            life.isPersonnelOfficer = true
            cast.playPersonnelOfficer(in: &life)
            lives.append(life)
        }
    }

    private mutating func add(_ account: DemoAccount) {
        guard let agency = account.agency, let unit = agency.units.first(where: { $0.code == account.unit }) else {
            return
        }
        var life = life(
            account.name, in: agency, unit: unit, isHead: false, hired: hireDay(isNew: false),
            jobRole: jobRoles.contains(account.jobRole) ? account.jobRole : nil, manner: .steadily)
        life.isPersonnelOfficer = account == .hr
        cast.play(account, in: &life)
        lives.append(life)
    }

    private mutating func addOrdinary(in agency: DemoAgency, unit: DemoUnit, isHead: Bool, index: Int) {
        let turn = DemoTurn(index: index)
        var life = life(
            index == 3 ? DemoNames.longest : names.draw(using: &generator), in: agency, unit: unit, isHead: isHead,
            hired: hireDay(isNew: turn == .stays && generator.happens(0.22)))
        let lift = unitEffects[unit.code, default: 0]
        let person = generator.normal(mean: agency.ability + lift, deviation: 0.75)
        for competency in competencies {
            life.abilities[competency] = generator.normal(mean: person, deviation: 0.4)
        }
        life.extraTimePercent = generator.happens(0.01) ? 25 : 0
        life.renewal = min(0.85, agency.diligence)
        DemoCourseOfLife(calendar: calendar, content: content, turn: turn).plan(
            &life, diligence: min(0.96, agency.diligence + 0.3 * lift))
        lives.append(life)
    }

    private mutating func life(
        _ name: PersonName, in agency: DemoAgency, unit: DemoUnit, isHead: Bool, hired: Day, jobRole: String? = nil,
        manner: DemoLife.Manner = .byAbility
    ) -> DemoLife {
        DemoLife(
            staffNumber: "DQ-\(100_001 + lives.count)", name: name, email: address(of: name, at: agency),
            language: language(), hired: hired, agency: agency, unit: unit.code,
            jobRole: jobRole ?? unit.work.jobRole(isHead: isHead, among: jobRoles, using: &generator), manner: manner,
            generator: generator.branch())
    }

    /// Some joined within the two years, most were there before.
    private mutating func hireDay(isNew: Bool) -> Day {
        isNew
            ? calendar.begin.adding(
                days: generator.number(in: 30...max(31, calendar.begin.days(until: calendar.today) - 12)))
            : calendar.begin.adding(days: -generator.number(in: 60...15 * 365))
    }

    private mutating func language() -> Language {
        let draw = generator.fraction()
        return draw < 0.9 ? .az : draw < 0.985 ? .ru : .en
    }

    /// Most have an official address; a second person of the same name gets a number.
    private mutating func address(of name: PersonName, at agency: DemoAgency) -> String? {
        guard agency.kind != .municipality || generator.happens(0.6) else { return nil }
        let local = TextKeys.search("\(name.given).\(name.family)")
        var address = "\(local)@\(agency.domain)"
        var number = 1
        while !addresses.insert(address).inserted {
            number += 1
            address = "\(local)\(number)@\(agency.domain)"
        }
        return address
    }
}

extension DemoStaff {
    private struct Seat {
        let agency: DemoAgency
        let unit: DemoUnit
        let isHead: Bool
    }

    /// Where so many ordinary people work: each unit's head, then the others by the weights of agencies and units.
    private mutating func seats(_ count: Int) -> [Seat] {
        let places = DemoAgency.all.flatMap { agency in agency.units.map { (agency: agency, unit: $0) } }
        var taken = Dictionary(grouping: lives, by: \.unit).mapValues(\.count)
        var seats: [Seat] = []
        func take(_ place: (agency: DemoAgency, unit: DemoUnit), isHead: Bool) {
            guard seats.count < count, taken[place.unit.code, default: 0] < place.unit.most else { return }
            taken[place.unit.code, default: 0] += 1
            seats.append(Seat(agency: place.agency, unit: place.unit, isHead: isHead))
        }
        let headed = Set(lives.filter { $0.jobRole == "head-of-department" }.map(\.unit))
        for place in places { take(place, isHead: !headed.contains(place.unit.code)) }
        // Each agency's share, spread over its units.
        let weights = places.map { agency, unit in
            Double(agency.share * unit.weight) / Double(agency.units.reduce(0) { $0 + $1.weight })
        }
        let total = weights.reduce(0, +)
        while seats.count < count {
            var left = generator.fraction() * total
            let index = weights.firstIndex { weight in
                left -= weight
                return left < 0
            }
            take(places[index ?? 0], isHead: false)
        }
        return seats
    }
}

extension DemoAccount {
    fileprivate var agency: DemoAgency? { DemoAgency.all.first { unit.hasPrefix($0.code) } }
}
