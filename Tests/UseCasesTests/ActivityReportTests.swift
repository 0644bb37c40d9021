import Competencies
import FoundationEssentials
import Organization
import Oversight
import Storage
import TestSupport
import Testing
import UseCases

@Suite struct ActivityReportTests {
    private let secondHalf = Period(containing: day(2025, 12, 31))
    private let running = Period(containing: SmallWorld.start)

    @Test func `the reporting officer reads the own unit's report and no other`() async throws {
        let world = try await SmallWorld()
        let scope = try found(world.reporter.reportScope)

        #expect(try await world.report(of: world.eServices, in: scope, period: secondHalf)?.figures.headcount == 3)
        #expect(try await world.report(of: world.personnel, in: scope, period: secondHalf) == nil)
        #expect(try await world.report(of: world.municipalOffice, in: scope, period: secondHalf) == nil)
    }

    @Test func `a unit out of scope is not there even for a period that has not begun`() async throws {
        let world = try await SmallWorld()
        let scope = try found(world.reporter.reportScope)

        #expect(try await world.report(of: world.personnel, in: scope, period: running.next) == nil)
    }

    @Test func `a period that has not begun is refused`() async throws {
        let world = try await SmallWorld()
        let next = running.next

        await #expect(throws: OversightError.notBegun(next)) {
            try await world.report(of: world.eServices, period: next)
        }
        await #expect(throws: OversightError.notBegun(next)) { try await world.overview(period: next) }
    }

    @Test func `a running period speaks of today, beside the last day of the one before`() async throws {
        let world = try await SmallWorld()
        try await world.issueCertificate(to: world.learner.person, on: day(2026, 1, 12))
        try await world.issueCertificate(to: world.reporter.person, on: day(2025, 12, 31))

        let report = try #require(try await world.report(of: world.eServices, period: running))

        #expect(report.asOf == SmallWorld.start)
        #expect(report.figures.valid == 2)
        #expect(report.previous.valid == 1)
    }

    @Test func `transfers, leavers and exams of a later year leave a report as it was`() async throws {
        let world = try await SmallWorld()
        try await world.addPeople(5, to: world.eServices)
        try await world.issueCertificate(to: world.learner.person, on: day(2025, 8, 1))
        try await world.finishCourse(by: world.author.person, on: day(2025, 9, 1))
        for competency in ["4.1", "4.2"] {
            try await world.certify(world.learner.person, in: CompetencyID(competency), on: day(2025, 8, 1))
        }
        let before = try #require(try await world.report(of: world.eServices, period: secondHalf))
        let neighbour = try #require(try await world.report(of: world.municipalOffice, period: secondHalf))

        try await world.post(world.learner.person, to: world.municipalOffice, as: "municipal-officer")
        try await world.leave(world.author.person)
        try await world.post(world.reporter.person, to: world.eServices, as: "it-administrator")
        try await world.certify(world.learner.person, ability: -2)
        try await world.issueCertificate(to: world.administrator.person)
        world.clock.advance(days: 700)

        #expect(try await world.report(of: world.eServices, period: secondHalf) == before)
        #expect(try await world.report(of: world.municipalOffice, period: secondHalf) == neighbour)
    }

    @Test(arguments: [(1, true), (2, false)])
    func `what rests on fewer than five people is withheld`(more: Int, isWithheld: Bool) async throws {
        let world = try await SmallWorld()
        try await world.addPeople(more, to: world.eServices)
        let people = try await world.database.read { [unit = world.eServices.id] in
            try $0.values("SELECT person_id FROM posting WHERE unit_id = \(unit)", as: PersonID.self)
        }
        for person in people { try await world.certify(person, in: CompetencyID("4.2"), on: day(2025, 7, 7)) }

        let report = try #require(try await world.report(of: world.eServices, period: secondHalf))

        #expect(report.figures.headcount == 3 + more)
        #expect((report.figures.shownProfile == .tooFew) == isWithheld)
        let distribution = try #require(report.distributions.first { $0.competency == CompetencyID("4.2") })
        #expect((distribution.shown == .tooFew) == isWithheld)
    }

    @Test func `the document holds the same numbers, by name, and reads back`() async throws {
        let world = try await SmallWorld()
        try await world.addPeople(2, to: world.eServices)
        try await world.finishCourse(by: world.author.person, on: day(2025, 9, 1))
        let report = try #require(try await world.report(of: world.eServices, period: secondHalf))

        let text = try JSONText.of(ActivityReportDocument(report))

        #expect(
            text == """
                {"agency":{"code":"VX","kind":"ministry","name":"Vergi xidməti"},\
                "current":{"as_of":"2025-12-31","certificates":{"expired":0,"expiring":0,"valid":0},"headcount":5,\
                "meeting_role_profile":{"of":5,"people":0,"percent":0},"period":"2025-H2",\
                "trained_in_twelve_months":{"of":5,"people":1,"percent":20}},\
                "levels":[{"competency":"4.1","people":{"fewest":5,"withheld":true}},\
                {"competency":"4.2","people":{"fewest":5,"withheld":true}}],\
                "previous":{"as_of":"2025-06-30","certificates":{"expired":0,"expiring":0,"valid":0},"headcount":5,\
                "meeting_role_profile":{"of":5,"people":0,"percent":0},"period":"2025-H1",\
                "trained_in_twelve_months":{"of":5,"people":0,"percent":0}},\
                "unit":{"code":"VX-EX","is_e_government":true,"name":"Elektron xidmətlər şöbəsi"},"version":1}
                """)
        #expect(try JSONText.read(text, as: ActivityReportDocument.self) == ActivityReportDocument(report))
    }

    @Test func `the table holds one figure a row`() async throws {
        let world = try await SmallWorld()
        let report = try #require(try await world.report(of: world.eServices, period: running))

        let document = ActivityReportDocument(report)

        #expect(document.tableRows.allSatisfy { $0.count == ActivityReportDocument.tableHeader.count })
        #expect(document.tableRows.first == ["VX", "VX-EX", "2026-H1", "2026-03-02", "headcount", "", "", "3", "3"])
        #expect(
            document.tableRows.contains { $0[4] == "meeting_percent" && $0[7] == "withheld" && $0[8] == "withheld" })
        #expect(document.tableRows.contains { $0[4] == "people_at_level" && $0[5] == "4.2" && $0[7] == "withheld" })
    }

    @Test func `the overview holds every unit, its agency and the state`() async throws {
        let world = try await SmallWorld()
        try await world.issueCertificate(to: world.administrator.person, on: day(2025, 10, 10))
        try await world.leave(world.administrator.person, on: day(2026, 1, 9))

        let overview = try await world.overview(period: running)

        #expect(overview.agencies.map(\.agency.code) == ["SB", "VX"])
        #expect(overview.agencies.flatMap(\.units).count == 3)
        #expect(overview.figures.headcount == 5)
        #expect(overview.previous.headcount == 6)
        #expect(overview.previous.valid == 1)
        #expect(overview.agencies.first { $0.agency == world.taxes }?.figures.headcount == 5)
        let own = try await world.overview(in: .units([world.personnel.id]), period: running)
        #expect(own.agencies.flatMap(\.units).map(\.unit) == [world.personnel])
    }
}

extension SmallWorld {
    @discardableResult
    fileprivate func report(
        of unit: AgencyUnit, in scope: Scope = .state, period: Period
    ) async throws -> ActivityReport? {
        let content = content
        return try await database.read {
            try $0.activityReport(of: unit.id, in: scope, period: period, content: content)
        }
    }

    @discardableResult
    fileprivate func overview(in scope: Scope = .state, period: Period) async throws -> Overview {
        let content = content
        return try await database.read { try $0.overview(in: scope, period: period, content: content) }
    }
}
