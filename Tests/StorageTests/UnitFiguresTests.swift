import Assessment
import Competencies
import Courseware
import Organization
import Oversight
import Storage
import TestSupport
import Testing

@Suite struct UnitFiguresTests {
    @Test func `people count where they were posted on that day`() async throws {
        let world = try await SmallWorld()
        try await world.post(world.learner.person, to: world.municipalOffice, on: day(2026, 2, 2))
        try await world.leave(world.author.person, on: day(2026, 2, 10))

        let before = try await world.figures(on: day(2026, 2, 1))
        let between = try await world.figures(on: day(2026, 2, 2))
        let after = try await world.figures(on: day(2026, 2, 10))

        #expect(before[world.eServices.id]?.headcount == 3)
        #expect(before[world.municipalOffice.id]?.headcount == 1)
        #expect(between[world.eServices.id]?.headcount == 2)
        #expect(between[world.municipalOffice.id]?.headcount == 2)
        #expect(after[world.eServices.id]?.headcount == 1)
        #expect(try await world.figures(on: day(2024, 12, 31)).isEmpty)
    }

    @Test(arguments: [
        (day(2025, 6, 29), 0), (day(2025, 6, 30), 1), (day(2026, 6, 29), 1), (day(2026, 6, 30), 0),
    ])
    func `a finished course counts for twelve months`(on asked: Day, trained: Int) async throws {
        let world = try await SmallWorld()
        try await world.finishCourse(by: world.learner.person, on: day(2025, 6, 30))

        #expect(try await world.figures(on: asked)[world.eServices.id]?.trained == trained)
    }

    @Test(arguments: [
        (day(2025, 1, 9), [0, 0, 0]), (day(2025, 1, 10), [1, 0, 0]), (day(2026, 10, 11), [1, 0, 0]),
        (day(2026, 10, 12), [0, 1, 0]), (day(2027, 1, 10), [0, 1, 0]), (day(2027, 1, 11), [0, 0, 1]),
        (day(2027, 2, 1), [1, 0, 0]),
    ])
    func `a certificate is valid, expiring, expired, and none of them once renewed`(
        on asked: Day, counts: [Int]
    ) async throws {
        let world = try await SmallWorld()
        try await world.issueCertificate(to: world.learner.person, on: day(2025, 1, 10))
        try await world.issueCertificate(to: world.learner.person, on: day(2027, 2, 1))

        let figures = try await world.figures(on: asked)[world.eServices.id]

        #expect([figures?.valid, figures?.expiring, figures?.expired] == counts)
    }

    @Test func `certificates of two kinds count both`() async throws {
        let world = try await SmallWorld()
        try await world.issueCertificate(to: world.learner.person, on: day(2025, 2, 3), validMonths: 3)
        try await world.issueCertificate("information-security", to: world.learner.person, on: day(2025, 2, 3))

        let figures = try await world.figures(on: day(2025, 12, 31))[world.eServices.id]

        #expect(figures?.valid == 1)
        #expect(figures?.expired == 1)
    }

    @Test func `a profile is met when every level that the job role needs is held`() async throws {
        let world = try await SmallWorld()
        let (aysel, nigar) = (world.learner.person, world.reporter.person)
        // An e-services specialist needs 4.1 at level 2 and 4.2 at level 3.
        try await world.certify(aysel, in: CompetencyID("4.1"), ability: 0.4, on: day(2025, 3, 3))
        try await world.certify(aysel, in: CompetencyID("4.2"), ability: 1.2, on: day(2025, 4, 4))
        try await world.certify(nigar, in: CompetencyID("4.1"), ability: 2.5, on: day(2025, 3, 3))
        try await world.certify(nigar, in: CompetencyID("4.2"), ability: 0.9, on: day(2025, 3, 3))

        #expect(
            try await world.figures(on: day(2025, 4, 3))[world.eServices.id]?.profile == Share(part: 0, whole: 3))
        #expect(
            try await world.figures(on: day(2025, 4, 4))[world.eServices.id]?.profile == Share(part: 1, whole: 3))
    }

    @Test func `the newest certified state counts, of one day the later exam`() async throws {
        let world = try await SmallWorld()
        let orxan = world.administrator.person
        try await world.certify(orxan, in: CompetencyID("4.1"), ability: 0, on: day(2025, 3, 3))
        try await world.certify(orxan, in: CompetencyID("4.2"), ability: -2, on: day(2025, 3, 3))
        try await world.certify(orxan, in: CompetencyID("4.2"), ability: 1, on: day(2025, 3, 3))
        try await world.certify(orxan, in: CompetencyID("4.2"), ability: -2, on: day(2025, 9, 9))

        let unit = world.municipalOffice.id
        #expect(try await world.figures(on: day(2025, 9, 8))[unit]?.profile.part == 1)
        #expect(try await world.figures(on: day(2025, 9, 9))[unit]?.profile.part == 0)
    }

    @Test func `the profile is that of the job role of the day`() async throws {
        let world = try await SmallWorld()
        let orxan = world.administrator.person
        try await world.certify(orxan, in: CompetencyID("4.1"), ability: 0, on: day(2025, 3, 3))
        try await world.certify(orxan, in: CompetencyID("4.2"), ability: 0, on: day(2025, 3, 3))
        try await world.post(orxan, to: world.municipalOffice, as: "it-administrator", on: day(2026, 1, 5))

        let unit = world.municipalOffice.id
        #expect(try await world.figures(on: day(2026, 1, 4))[unit]?.profile == Share(part: 1, whole: 1))
        #expect(try await world.figures(on: day(2026, 1, 5))[unit]?.profile == Share(part: 0, whole: 1))
    }

    @Test func `a job role that needs nothing takes no part in the profile`() async throws {
        let world = try await SmallWorld()
        try await world.post(world.administrator.person, to: world.municipalOffice, as: "driver", on: day(2026, 1, 5))

        let figures = try await world.figures(on: day(2026, 1, 5))[world.municipalOffice.id]

        #expect(figures?.headcount == 1)
        #expect(figures?.profile == Share(part: 0, whole: 0))
    }

    @Test func `practice moves no figure`() async throws {
        let world = try await SmallWorld()
        let (before, person) = (try await world.figures(on: SmallWorld.start), world.administrator.person)
        try await world.on {
            try $0.practise(CompetencyID("4.1"), by: person, ability: 3)
            try $0.practise(CompetencyID("4.2"), by: person, ability: 3)
        }

        #expect(try await world.figures(on: SmallWorld.start) == before)
    }

    @Test func `a scope shows its units and no other`() async throws {
        let world = try await SmallWorld()
        let (taxes, office) = (world.taxes.id, world.municipalOffice.id)

        #expect(
            Set(try await world.figures(in: .agencies([taxes]), on: SmallWorld.start).keys)
                == [world.eServices.id, world.personnel.id])
        #expect(Set(try await world.figures(in: .units([office]), on: SmallWorld.start).keys) == [office])
        #expect(try await world.figures(in: .agencies([]), on: SmallWorld.start).isEmpty)
    }

    @Test func `levels are counted by competency that somebody needs, of those who have a state in it`() async throws {
        let world = try await SmallWorld()
        try await world.certify(world.learner.person, in: CompetencyID("4.2"), ability: 1.5, on: day(2025, 3, 3))
        try await world.certify(world.reporter.person, in: CompetencyID("4.2"), ability: -1.5, on: day(2025, 3, 3))
        try await world.certify(world.reporter.person, in: CompetencyID("1.1"), ability: 0, on: day(2025, 3, 3))
        let (content, roles, unit) = (world.content, world.jobRoles, world.eServices.id)

        let distributions = try await world.database.read {
            try $0.levelDistributions(
                of: unit, in: .state, on: day(2025, 12, 31), jobRoles: roles,
                framework: content.framework)
        }
        let unseen = try await world.database.read { [municipality = world.sheki.id] in
            try $0.levelDistributions(
                of: unit, in: .agencies([municipality]), on: day(2025, 12, 31), jobRoles: roles,
                framework: content.framework)
        }

        #expect(
            distributions == [
                LevelDistribution(competency: CompetencyID("4.1"), counts: [0, 0, 0, 0, 0]),
                LevelDistribution(competency: CompetencyID("4.2"), counts: [1, 0, 0, 1, 0]),
            ])
        #expect(unseen.isEmpty)
    }
}

extension SmallWorld {
    func figures(in scope: Scope = .state, on day: Day) async throws -> [UnitID: UnitFigures] {
        let (content, roles) = (content, jobRoles)
        return try await database.read {
            try $0.unitFigures(in: scope, on: day, jobRoles: roles, framework: content.framework)
        }
    }
}
