import Organization
import Storage
import TestSupport
import Testing
import UseCases

struct ImportPeopleTests {
    @Test func `shows what is new and stores nothing in a dry run`() async throws {
        let desk = try await ImportDesk()

        let outcome = try await desk.take("VX-2001;Quliyev;Orxan;;;ru;head-of-department;VX-KD;", apply: false)

        #expect(!outcome.isApplied)
        #expect(outcome.plan.count(of: .new) == 1)
        #expect(try await desk.person("VX-2001") == nil)
        #expect(try await desk.entries().isEmpty)
    }

    @Test func `adds people, posts them from today and records it`() async throws {
        let desk = try await ImportDesk()

        let outcome = try await desk.take(
            "VX-2001;Quliyev;Orxan;Tofiq oğlu;o.quliyev@vergi.gov.az;ru;e-services-specialist;VX-EX;",
            "2002;Əliyeva;Nigar;;;;head-of-department;VX-KD;")

        #expect(outcome.isApplied)
        let person = try #require(try await desk.person("VX-2001"))
        #expect(person.name == PersonName(family: "Quliyev", given: "Orxan", patronymic: "Tofiq oğlu"))
        #expect(person.email == "o.quliyev@vergi.gov.az")
        #expect(person.language == .ru)
        #expect(person.posting == desk.world.learner.posting)
        #expect(try await desk.postings(of: "VX-2001").map(\.first) == [SmallWorld.start])
        let other = try #require(try await desk.person("2002"))
        let entry = try #require(try await desk.entries().first)
        #expect(entry.actor == desk.world.hr.person)
        #expect(entry.subjects == [person.id, other.id])
        #expect(entry.detail == "new=2 changed=0 left=0 unchanged=0 passed-over=0")
    }

    @Test func `changes nothing when it runs again`() async throws {
        let desk = try await ImportDesk()
        let lines = [
            "VX-2001;Quliyev;Orxan;;o.q@vergi.gov.az;ru;head-of-department;VX-KD;active",
            "VX-0001;Məmmədova;Aysel;;;en;head-of-department;VX-KD;", "VX-0003;Quliyeva;Nigar;;;az;x;y;left",
            "VX-2009;Rzayev;Elçin;;;az;x;y;left",
        ]
        let first = try await desk.take(lines: lines)
        #expect([.new, .changed, .left, .passedOver].map(first.plan.count) == [1, 1, 1, 1])

        desk.world.clock.advance(days: 30)
        let second = try await desk.take(lines: lines)

        #expect(second.isApplied)
        #expect(!second.plan.changesAnything)
        #expect(second.plan.count(of: .unchanged) == 3)
        #expect(try await desk.entries().count == 1)
        #expect(try await desk.postings(of: "VX-0001").count == 2)
    }

    @Test(arguments: [
        (ImportDesk.aysel, []),
        ("VX-0001;Məmmədli;Aysel;Elçin qızı;;az;e-services-specialist;VX-EX;", [ImportChange.Field.name]),
        ("VX-0001;Məmmədova;Aysel;;;az;e-services-specialist;VX-EX;", [.name]),
        ("VX-0001;Məmmədova Aysel;Elçin;qızı;;az;e-services-specialist;VX-EX;", [.name]),
        ("VX-0001;Məmmədova;Aysel;Elçin qızı;a@vergi.gov.az;az;e-services-specialist;VX-EX;", [.email]),
        ("VX-0001;Məmmədova;Aysel;Elçin qızı;;en;e-services-specialist;VX-EX;", [.language]),
        ("VX-0001;Məmmədova;Aysel;Elçin qızı;;az;head-of-department;VX-EX;", [.jobRole]),
        ("VX-0001;Məmmədova;Aysel;Elçin qızı;;az;e-services-specialist;VX-KD;", [.unit]),
        ("VX-0001;Məmmədova;Aysel;Elçin qızı;;az;e-services-specialist;VX-EX;left", [.status]),
        (
            "VX-0001;Məmmədli;Aysel;;a@vergi.gov.az;ru;head-of-department;VX-KD;",
            [.name, .email, .language, .jobRole, .unit]
        ),
    ])
    func `names the fields that change, once`(line: String, fields: [ImportChange.Field]) async throws {
        let desk = try await ImportDesk()

        let row = try #require(try await desk.take(line).plan.rows.first)

        #expect(row.changes.map(\.field) == fields)
        #expect(try await !desk.take(line, apply: false).plan.changesAnything)
    }

    @Test func `says the old and the new value`() async throws {
        let desk = try await ImportDesk()

        let outcome = try await desk.take(
            "VX-0001;Məmmədova;Aysel;Elçin qızı;a@vergi.gov.az;az;e-services-specialist;VX-KD;", apply: false)

        let changes = try #require(outcome.plan.rows.first).changes
        #expect(changes.map(\.old) == [nil, "VX-EX"])
        #expect(changes.map(\.new) == ["a@vergi.gov.az", "VX-KD"])
    }

    @Test func `keeps the old posting when somebody moves`() async throws {
        let desk = try await ImportDesk()

        try await desk.take("VX-0001;Məmmədova;Aysel;Elçin qızı;;az;e-services-specialist;VX-KD;")

        let postings = try await desk.postings(of: "VX-0001")
        #expect(postings.map(\.unit) == [desk.world.eServices.id, desk.world.personnel.id])
        #expect(postings.map(\.first) == [SmallWorld.founded, SmallWorld.start])
        #expect(postings.map(\.last) == [day(2026, 3, 1), nil])
    }

    @Test func `closes account, sessions and roles of whoever leaves, wherever they worked`() async throws {
        let desk = try await ImportDesk()
        let aysel = desk.world.learner.person
        try await desk.openAccount(of: aysel)

        let outcome = try await desk.take("VX-0001;Məmmədova;Aysel;Elçin qızı;;az;retired-role;GONE;left")

        #expect(outcome.plan.count(of: .left) == 1)
        #expect(try await desk.person("VX-0001")?.status == .left)
        #expect(try await desk.access(of: aysel) == (true, 0, 0))
    }

    @Test func `posts a returner anew and leaves the account closed`() async throws {
        let desk = try await ImportDesk()
        let aysel = desk.world.learner.person
        try await desk.openAccount(of: aysel)
        try await desk.world.leave(aysel)
        desk.world.clock.advance(days: 10)

        let outcome = try await desk.take(ImportDesk.aysel)

        #expect(outcome.plan.count(of: .changed) == 1)
        #expect(outcome.plan.rows.first?.changes.map(\.field) == [.status])
        #expect(try await desk.person("VX-0001")?.status == .active)
        #expect(try await desk.access(of: aysel) == (true, 0, 0))
        #expect(try await desk.postings(of: "VX-0001").map(\.first) == [SmallWorld.founded, day(2026, 3, 12)])
    }

    @Test func `corrects the name of somebody who has left and posts them nowhere`() async throws {
        let desk = try await ImportDesk()
        try await desk.world.leave(desk.world.learner.person)

        let outcome = try await desk.take("VX-0001;Məmmədli;Aysel;Elçin qızı;;az;e-services-specialist;VX-KD;left")

        #expect(outcome.plan.count(of: .changed) == 1)
        let person = try #require(try await desk.person("VX-0001"))
        #expect(person.name.family == "Məmmədli")
        #expect(person.status == .left)
        #expect(try await desk.postings(of: "VX-0001").count == 1)
    }

    @Test func `leaves alone whoever is missing in the file`() async throws {
        let desk = try await ImportDesk()

        try await desk.take("VX-2001;Quliyev;Orxan;;;;head-of-department;VX-KD;")

        for viewer in desk.world.everybody {
            let person = try await desk.world.database.read { try $0.person(viewer.person) }
            #expect(person?.status == .active)
        }
    }

    @Test func `stores nothing about somebody unknown who has left`() async throws {
        let desk = try await ImportDesk()

        let outcome = try await desk.take("VX-2001;Quliyev;Orxan;;;;head-of-department;VX-KD;left")

        #expect(outcome.plan.count(of: .passedOver) == 1)
        #expect(try await desk.person("VX-2001") == nil)
        #expect(try await desk.entries().isEmpty)
    }

    @Test func `keeps what the file has no column for`() async throws {
        let desk = try await ImportDesk()
        try await desk.take("VX-0001;Məmmədova;Aysel;Elçin qızı;a@vergi.gov.az;en;e-services-specialist;VX-EX;")

        let outcome = try await desk.take(
            "VX-0001;Məmmədli;Aysel;e-services-specialist;VX-EX",
            header: "staff_number;family_name;given_name;job_role;unit")

        #expect(outcome.isApplied)
        let person = try #require(try await desk.person("VX-0001"))
        #expect(person.name == PersonName(family: "Məmmədli", given: "Aysel", patronymic: "Elçin qızı"))
        #expect(person.email == "a@vergi.gov.az")
        #expect(person.language == .en)
    }

    @Test func `takes a staff number in other letters for the same person`() async throws {
        let desk = try await ImportDesk()

        let outcome = try await desk.take("vx-0001;Məmmədova;Aysel;Elçin qızı;;az;e-services-specialist;VX-KD;")

        #expect(outcome.plan.rows.first?.staffNumber == "VX-0001")
        #expect(outcome.plan.rows.first?.changes.map(\.field) == [.unit])
        #expect(try await desk.person("VX-0001")?.posting.unit == desk.world.personnel.id)
    }

    @Test func `stores decomposed letters as one character and sees no change in them`() async throws {
        let desk = try await ImportDesk()
        let line = "2001;S\u{327}ahin;Go\u{308}kc\u{327}\u{259};;;;head-of-department;VX-KD;"

        try await desk.take(line)

        let name = try #require(try await desk.person("2001")).name
        #expect(name.family.unicodeScalars.count == 5)
        #expect(try await desk.take(line, apply: false).plan.count(of: .unchanged) == 1)
    }
}
