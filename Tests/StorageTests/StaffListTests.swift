import Assessment
import Competencies
import Courseware
import Organization
import Oversight
import Storage
import TestSupport
import Testing

@Suite struct StaffListTests {
    @Test func `an HR officer sees the own agency's people and no other`() async throws {
        let world = try await SmallWorld()

        let seen = try await world.staff(in: try found(world.hr.staffScope))

        #expect(seen.map(\.person.name.family) == ["Əliyev", "Həsənov", "İsmayılova", "Quliyeva", "Məmmədova"])
        #expect(!seen.contains { $0.person.id == world.administrator.person })
    }

    @Test func `names follow the Azerbaijani alphabet`() async throws {
        let world = try await SmallWorld()
        let posting = world.administrator.posting
        let families = [
            "Zeynalov", "İbrahimov", "Xəlilov", "Fərzəliyev", "Əsgərov", "Ismətov", "Hacıyev", "Eyvazov", "Qasımov",
        ]
        try await world.on { transaction in
            for family in families { try transaction.addPerson(family, "Test", to: posting) }
        }

        let seen = try await world.staff(
            in: .state, StaffFilter(unit: world.municipalOffice.id, search: "test"))

        #expect(
            seen.map(\.person.name.family) == [
                "Eyvazov", "Əsgərov", "Fərzəliyev", "Hacıyev", "Xəlilov", "Ismətov", "İbrahimov", "Qasımov", "Zeynalov",
            ])
    }

    @Test(arguments: [
        ("ismayilova", ["İsmayılova"]), ("İSMAYILOVA", ["İsmayılova"]), ("ısmayılova", ["İsmayılova"]),
        ("Leyla İsm", ["İsmayılova"]), ("  əli  rəş ", ["Əliyev"]), ("eliyev", ["Əliyev"]), ("VX-0003", ["Quliyeva"]),
        ("%", []), ("_", []), ("\\", []), ("a%a", []), ("nobody", []), ("'; DROP TABLE person; --", []),
    ])
    func `a search finds names as typed, and wildcards stand for themselves`(
        typed: String, families: [String]
    ) async throws {
        let world = try await SmallWorld()

        #expect(try await world.staff(in: .state, StaffFilter(search: typed)).map(\.person.name.family) == families)
    }

    @Test func `a percent sign in a name is found by a percent sign`() async throws {
        let world = try await SmallWorld()
        let posting = world.administrator.posting
        try await world.on {
            try $0.addPerson("Yüz%", "Bir_İki", to: posting)
            try $0.addPerson("Yüzlük", "BirxIki", to: posting)
        }

        for typed in ["%", "r_i", "yuz%"] {
            #expect(try await world.staff(in: .state, StaffFilter(search: typed)).map(\.person.name.family) == ["Yüz%"])
        }
    }

    @Test func `an endless search finds nobody and breaks nothing`() async throws {
        let world = try await SmallWorld()

        let seen = try await world.staff(in: .state, StaffFilter(search: String(repeating: "%ə ", count: 100_000)))

        #expect(seen.isEmpty)
    }

    @Test(
        arguments: [
            (StaffFilter.Standing.valid, nil, ["Aysel", "Leyla", "Nigar"]),
            (.valid, "personal-data", ["Aysel", "Leyla"]),
            (.expiring(withinDays: 90), nil, ["Leyla"]),
            (.expiring(withinDays: 90), "information-security", []),
            (.expiring(withinDays: 3), "personal-data", []),
            (.expiring(withinDays: Int.max), "personal-data", ["Aysel", "Leyla"]),
            (.expiring(withinDays: -1), "personal-data", []),
            (.expired, nil, ["Nigar", "Rəşad"]),
            (.expired, "information-security", []),
            (.missing, nil, ["Kamran", "Orxan"]),
            (.missing, "information-security", ["Kamran", "Leyla", "Orxan", "Rəşad", "Aysel"]),
        ] as [(StaffFilter.Standing, String?, [String])])
    func `certificates filter by how the latest of each kind stands today`(
        standing: StaffFilter.Standing, certification: String?, given: [String]
    ) async throws {
        let world = try await SmallWorld()
        try await world.issueEveryStanding()

        let seen = try await world.staff(in: .state, StaffFilter(certification: certification, standing: standing))

        #expect(Set(seen.map(\.person.name.given)) == Set(given))
    }

    @Test func `filters by unit and job role, and shows leavers only when asked`() async throws {
        let world = try await SmallWorld()
        try await world.leave(world.learner.person)

        let unit = StaffFilter(unit: world.eServices.id)
        #expect(try await world.staff(in: .state, unit).map(\.person.name.given) == ["Leyla", "Nigar"])
        let role = StaffFilter(jobRole: "head-of-department")
        #expect(Set(try await world.staff(in: .state, role).map(\.person.name.given)) == ["Kamran", "Rəşad"])
        let everybody = StaffFilter(unit: world.eServices.id, includesLeft: true)
        #expect(
            Set(try await world.staff(in: .state, everybody).map(\.person.name.given)) == ["Aysel", "Leyla", "Nigar"])
    }

    @Test func `sorts by unit, and by who runs out first`() async throws {
        let world = try await SmallWorld()
        try await world.issueEveryStanding()

        let byUnit = try await world.staff(in: .state, order: .unit)
        let byEnd = try await world.staff(in: .state, StaffFilter(certification: "personal-data"), order: .validThrough)

        #expect(byUnit.map(\.person.name.given) == ["Orxan", "Leyla", "Nigar", "Aysel", "Rəşad", "Kamran"])
        #expect(byEnd.prefix(4).map(\.person.name.given) == ["Nigar", "Rəşad", "Leyla", "Aysel"])
    }

    @Test func `a row holds the latest certificate of each kind, and exams where there is none`() async throws {
        let world = try await SmallWorld()
        let person = world.learner.person
        let (data, security) = (try world.certification(), try world.certification("information-security"))
        let renewed = try await world.on { transaction in
            let past = transaction.at(day(2025, 2, 3).morning(in: transaction.zone))
            try past.issueCertificate(for: data, to: person, validMonths: 6)
            try past.addExam(for: security, by: person)
            let fault = try past.addExam(for: security, by: person, outcome: .unfinished)
            try past.recordFault("power cut", of: fault)
            try past.practise(CompetencyID("4.1"), by: person)
            return try transaction.issueCertificate(for: data, to: person)
        }

        let row = try await world.staff(in: .state, StaffFilter(search: "Məmmədova")).first

        #expect(
            row?.certificates == [
                "personal-data": StaffRow.Held(code: renewed.code, validThrough: renewed.validThrough)
            ])
        #expect(row?.examAttempts == ["information-security": 1])
        #expect(row?.unitName == "Elektron xidmətlər şöbəsi")
        #expect(row?.agencyName == "Vergi xidməti")
    }

    @Test func `pages lie end to end and together are the export`() async throws {
        let world = try await SmallWorld()
        try await world.addPeople(600, to: world.eServices)
        let whole = try await world.database.read { try $0.allStaffRows(in: .state, matching: StaffFilter()) }

        var paged: [StaffRow] = []
        for offset in stride(from: 0, to: 650, by: 50) {
            let page = try await world.database.read {
                try $0.staffPage(in: .state, matching: StaffFilter(), offset: offset, count: 50)
            }
            #expect(page.total == 606)
            paged += page.rows
        }

        #expect(whole.count == 606)
        #expect(paged == whole)
    }

    @Test func `each number above the list equals the list behind it`() async throws {
        let world = try await SmallWorld()
        try await world.issueEveryStanding()
        let (content, roles, scope) = (world.content, world.jobRoles, try found(world.hr.staffScope))
        for competency in ["4.1", "4.2"] {
            try await world.certify(world.learner.person, in: CompetencyID(competency), ability: 2)
        }

        let summary = try await world.database.read {
            try $0.staffSummary(in: scope, jobRoles: roles, framework: content.framework)
        }

        #expect(summary.people == 5)
        #expect(summary.profile == Share(part: 1, whole: 5))
        #expect(summary.expiring == 1)
        #expect(summary.expired == 2)
        let behind = try await world.staff(in: scope, StaffFilter(standing: .expiring(withinDays: 90)))
        #expect(behind.count == summary.expiring)
        #expect(try await world.staff(in: scope, StaffFilter(standing: .expired)).count == summary.expired)
    }
}

extension SmallWorld {
    func staff(
        in scope: Scope, _ filter: StaffFilter = StaffFilter(), order: StaffFilter.Order = .name
    ) async throws -> [StaffRow] {
        try await database.read { try $0.allStaffRows(in: scope, matching: filter, sortedBy: order) }
    }

    /// Aysel valid for long, Leyla for four days more, Nigar and Rəşad no more (Nigar has another kind), others none.
    fileprivate func issueEveryStanding() async throws {
        try await issueCertificate(to: learner.person, on: day(2025, 2, 3), validMonths: 6)
        try await issueCertificate(to: learner.person, on: day(2026, 2, 2))
        try await issueCertificate(to: author.person, on: day(2025, 3, 6), validMonths: 12)
        try await issueCertificate(to: reporter.person, on: day(2025, 3, 1), validMonths: 3)
        try await issueCertificate(to: hr.person, on: day(2025, 3, 1), validMonths: 12)
        try await issueCertificate("information-security", to: reporter.person, on: day(2026, 2, 2))
    }
}
