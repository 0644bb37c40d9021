import AdaptiveTesting
import Assessment
import Competencies
import Courseware
import Organization
import Oversight
import Storage
import TestSupport
import Testing

/// Counts random worlds a second time, person by person and without SQL.
@Suite struct FiguresRecountTests {
    @Test(arguments: [UInt64(1), 2, 3, 4, 5, 6])
    func `the figures equal a count person by person`(seed: UInt64) async throws {
        let world = try await SmallWorld()
        var generator = SeededGenerator(seed: seed)
        let units = [world.eServices, world.personnel, world.municipalOffice]
        let certifications = [try world.certification(), try world.certification("information-security")]
        let lives = (1...40).map { Life.random(number: $0, units: units, using: &generator) }
        try await world.on { transaction in
            for life in lives {
                try life.happen(in: transaction, certifications: certifications)
            }
        }
        let roles = world.jobRoles
        let framework = world.content.framework

        for asked in [day(2025, 3, 31), day(2025, 6, 30), day(2025, 12, 31), day(2026, 6, 30), day(2027, 12, 31)] {
            let figures = try await world.figures(on: asked)
            for unit in units {
                // The six people of the small world have nothing but their posts.
                let residents = world.everybody.filter { $0.posting.unit == unit.id }
                    .map { Life(resident: $0.posting) }
                let recount = (lives + residents).map {
                    $0.figures(in: unit.id, on: asked, roles: roles, framework: framework)
                }
                #expect(figures[unit.id] == recount.reduce(.none, +))
            }
        }
    }
}

/// What happens to one person, as plain lists.
private struct Life {
    var number = 0
    var postings: [(day: Day, posting: Posting)] = []
    var left: Day?
    var courses: [Day] = []
    var certificates: [(day: Day, kind: Int, months: Int)] = []
    var states: [(day: Day, competency: CompetencyID, ability: Double)] = []

    init(resident posting: Posting) {
        postings = [(SmallWorld.founded, posting)]
    }

    private init() {}

    static func random(number: Int, units: [AgencyUnit], using generator: inout SeededGenerator) -> Life {
        let roles = ["registry-clerk", "e-services-specialist", "it-administrator", "municipal-officer", "driver"]
        var life = Life()
        life.number = number
        var today = SmallWorld.founded
        for _ in 0...Int.random(in: 0...3, using: &generator) {
            let unit = units[Int.random(in: 0..<units.count, using: &generator)]
            let role = roles[Int.random(in: 0..<roles.count, using: &generator)]
            life.postings.append((today, Posting(agency: unit.agency, unit: unit.id, jobRole: role)))
            today = today.adding(days: Int.random(in: 1...400, using: &generator))
        }
        life.left = Bool.random(using: &generator) ? today : nil
        func anyDay(_ generator: inout SeededGenerator) -> Day {
            SmallWorld.founded.adding(days: Int.random(in: 0...1000, using: &generator))
        }
        for _ in 0..<Int.random(in: 0...2, using: &generator) { life.courses.append(anyDay(&generator)) }
        for kind in 0...1 where Bool.random(using: &generator) {
            var issued = anyDay(&generator)
            for _ in 0...Int.random(in: 0...2, using: &generator) {
                let months = Int.random(in: 1...9, using: &generator)
                life.certificates.append((issued, kind, months))
                issued = issued.adding(months: months).adding(days: Int.random(in: 1...60, using: &generator))
            }
        }
        for competency in ["4.1", "4.2"] {
            for _ in 0..<Int.random(in: 0...3, using: &generator) {
                let ability = Double.random(in: -2...3, using: &generator)
                life.states.append((anyDay(&generator), CompetencyID(competency), ability))
            }
        }
        return life
    }

    func happen(in transaction: Transaction, certifications: [Certification]) throws {
        func at(_ day: Day) -> Transaction { transaction.at(day.morning(in: transaction.zone)) }
        let first = postings[0]
        let person = try at(first.day).addPerson("Sınaq", "Şəxs \(number)", to: first.posting)
        for next in postings.dropFirst() { try at(next.day).post(person, to: next.posting) }
        if let left { try at(left).markLeft(person) }
        for (course, day) in courses.enumerated() { try at(day).finishCourse("course-\(course)", by: person) }
        for certificate in certificates {
            try at(certificate.day).issueCertificate(
                for: certifications[certificate.kind], to: person, validMonths: certificate.months)
        }
        for state in states {
            try at(state.day).certify(
                person, in: state.competency, by: certifications[0], ability: state.ability)
        }
    }

    func figures(in unit: UnitID, on day: Day, roles: [JobRole], framework: Framework) -> UnitFigures {
        guard left.map({ day < $0 }) ?? true, let posting = postings.last(where: { $0.day <= day })?.posting,
            posting.unit == unit
        else { return .none }
        let ends = [0, 1].compactMap { kind in
            certificates.last { $0.kind == kind && $0.day <= day }.map { $0.day.adding(months: $0.months) }
        }
        let left = ends.map { day.days(until: $0) }
        let needs = roles.first { $0.id == posting.jobRole }?.needs ?? [:]
        let meetsAll = needs.allSatisfy { competency, needed in
            // Of several states on one day the one that was added last counts.
            let known = states.filter { $0.competency == competency && $0.day <= day }
            guard let newest = known.map(\.day).max(), let state = known.last(where: { $0.day == newest }) else {
                return false
            }
            return framework.cuts(of: competency).prefix { state.ability >= $0 }.count >= needed.rank
        }
        return UnitFigures(
            headcount: 1, trained: courses.contains { $0 <= day && $0.adding(months: 12) > day } ? 1 : 0,
            valid: left.count { $0 > 90 }, expiring: left.count { (0...90).contains($0) },
            expired: left.count { $0 < 0 },
            profile: Share(part: !needs.isEmpty && meetsAll ? 1 : 0, whole: needs.isEmpty ? 0 : 1))
    }
}
