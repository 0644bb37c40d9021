import Assessment
import Foundation
import Organization
import Storage
import TestSupport
import Testing
import UseCases

/// What an HR officer does for people: courses, codes, extra time, faults.
@Suite struct StaffDeskTests {
    @Test func `a course assigned to the ticked ones stands on their pages`() async throws {
        let site = try await TestSite()
        let (world, course) = (site.world, "personal-data-security")
        try await world.finishCourse(by: world.reporter.person)
        let form = [
            ("person", "\(world.learner.person)"), ("person", "\(world.reporter.person)"),
            ("person", "\(world.administrator.person)"), ("course", course), ("due", "2026-05-01"),
            ("list", "standing=none"),
        ]

        try await site.visit(as: "hr") { browser in
            let answer = try await browser.post("/staff/assignments", form)
            #expect(answer.location == "/staff?standing=none&done=assigned&count=1&finished=1")
            let list = try await browser.get(try #require(answer.location)).text
            #expect(list.contains("Kurs 1 nəfərə təyin edildi. 1 nəfər onu artıq bitirib."))
            let page = try await browser.get("/staff/\(world.learner.person)").text
            #expect(page.contains("01.05.2026"))
            let assigned = try await browser.get("/staff/assignments").text
            #expect(assigned.contains("Məmmədova Aysel") && !assigned.contains("Quliyeva"))
        }

        let home = try await site.visit(as: "learner") { try await $0.get("/").text }
        #expect(home.contains("1 may 2026"))
        let entry = try await site.entries().first { $0.action == AuditAction.courseAssigned.rawValue }
        #expect(entry?.subjects == [world.learner.person] && entry?.detail == "course=\(course) due=2026-05-01")
        let stranger = try await world.database.read { try $0.assignments(of: world.administrator.person) }
        #expect(stranger.isEmpty)
    }

    @Test(arguments: [
        ([("due", "2026-05-01")], "Heç kim seçilməyib"), ([("whom", "list")], "Son günü yazın"),
        ([("whom", "list"), ("due", "31.02.2026")], "Son günü yazın"),
        ([("whom", "list"), ("due", "2026-03-01")], "Son gün keçmişdədir"),
        ([("whom", "list"), ("due", "2026-03-02"), ("course", "no-such")], "Belə kurs yoxdur"),
    ])
    func `a form with something missing is shown again and does nothing`(
        fields: [(String, String)], said: String
    ) async throws {
        let site = try await TestSite()
        let form = fields.contains { $0.0 == "course" } ? fields : fields + [("course", "personal-data-security")]

        let answer = try await site.visit(as: "hr") { try await $0.post("/staff/assignments", form) }

        #expect(answer.status == 422 && answer.text.contains(said))
        let assigned = try await site.world.database.read {
            try $0.assignmentPage(in: .state, matching: AssignmentFilter(), offset: 0, count: 50).total
        }
        #expect(assigned == 0)
    }

    @Test func `a course for everybody on the list reaches every page of it`() async throws {
        let site = try await TestSite()
        try await site.world.addPeople(70, to: site.world.personnel)
        let form = [
            ("whom", "list"), ("list", "q=test"), ("course", "personal-data-security"), ("due", "31.05.2026"),
        ]

        let answer = try await site.visit(as: "hr") { try await $0.post("/staff/assignments", form) }

        #expect(answer.location == "/staff?q=test&done=assigned&count=70&finished=0")
    }

    @Test func `late ones come first on the list of assignments`() async throws {
        let site = try await TestSite()
        let world = site.world
        try await world.on(day(2026, 1, 5)) { transaction in
            for (viewer, due) in [(world.learner, day(2026, 4, 1)), (world.author, day(2026, 2, 1))] {
                try transaction.assign(
                    course: "personal-data-security", to: viewer.person, due: due, by: world.hr.person)
            }
        }

        try await site.visit(as: "hr") { browser in
            let open = try await browser.get("/staff/assignments").text
            let late = try #require(open.range(of: "İsmayılova Leyla"))
            let inTime = try #require(open.range(of: "Məmmədova Aysel"))
            #expect(late.lowerBound < inTime.lowerBound && open.contains("29 gün gecikir"))
            let onlyLate = try await browser.get("/staff/assignments?state=late").text
            #expect(!onlyLate.contains("Məmmədova Aysel"))
        }
        #expect(try await site.entries().last?.purpose == "hr:assignments")
    }

    @Test func `a slip opens an account, once, and is shown once`() async throws {
        let site = try await TestSite()
        let world = site.world
        let new = try await world.addPeople(3, to: world.eServices)
        let form = new.prefix(2).map { ("person", "\($0)") } + [("person", "\(world.controller.person)")]

        let slips = try await site.visit(as: "hr") { try await $0.post("/staff/activation-codes", form).text }

        let codes = slips.matches(of: #/slip-code">([0-9A-Z-]+)</#).map { String($0.1) }
        #expect(codes.count == 2 && slips.contains("VX-EX-T1-2025-01-06") && slips.contains("/activate"))
        // Whoever holds a code can become its person: none for the Electronic Controller.
        #expect(!slips.contains("Həsənov") && slips.contains("1 nəfər üçün kod hazırlanmadı"))
        let fields = [
            ("staff_number", "VX-EX-T1-2025-01-06"), ("code", codes[0]), ("password", TestSite.password),
            ("password_again", TestSite.password),
        ]
        try await site.visit(as: nil) { browser in
            #expect(try await browser.post("/activate", fields).status == 303)
            #expect(try await browser.post("/activate", fields).status == 422)
            try await browser.signIn("VX-EX-T1-2025-01-06")
        }
        let entry = try await site.entries().first { $0.action == AuditAction.activationCodesMade.rawValue }
        #expect(entry?.subjects == Array(new.prefix(2)))
        #expect(entry?.detail.contains(codes[0]) == false)
    }

    @Test func `codes for the whole list go to those without an account`() async throws {
        let site = try await TestSite()
        try await site.world.addPeople(55, to: site.world.eServices)

        try await site.visit(as: "hr") { browser in
            let slips = try await browser.post("/staff/activation-codes", [("whom", "list"), ("list", "")]).text
            #expect(slips.matches(of: #/slip-code">/#).count == 55)
            let none = try await browser.post(
                "/staff/activation-codes", [("whom", "list"), ("list", "unit=\(site.world.personnel.id)")])
            #expect(none.status == 422 && none.text.contains("hesabı olmayan işçi yoxdur"))
        }
    }

    @Test func `an administrator makes codes in any agency, and for those whom HR cannot`() async throws {
        let site = try await TestSite()
        let people = [site.world.learner, site.world.controller, site.world.administrator]

        let slips = try await site.visit(as: "admin") { browser in
            try await browser.post("/staff/activation-codes", people.map { ("person", "\($0.person)") }).text
        }

        #expect(slips.matches(of: #/slip-code">/#).count == 3)
    }

    @Test func `extra time is a percentage and nothing else`() async throws {
        let site = try await TestSite()
        let learner = site.world.learner.person
        let path = "/staff/\(learner)/extra-time"

        try await site.visit(as: "hr") { browser in
            for wrong in ["", "-1", "201", "x", "1e1"] {
                let answer = try await browser.post(path, [("percent", wrong)])
                #expect(answer.status == 422 && answer.text.contains("0 ilə 200 arasında"))
            }
            let answer = try await browser.post(path, [("percent", "50"), ("from", "certificates")])
            #expect(answer.location?.hasPrefix("/staff/\(learner)?from=certificates&done=extra-time") == true)
            #expect(try await browser.get("/staff/\(learner)").text.contains("imtahanda əlavə vaxt: 50 %"))
        }
        let entry = try await site.entries().first { $0.action == AuditAction.extraTimeSet.rawValue }
        #expect(entry?.detail == "percent=50")
    }

    @Test func `an exam broken off by a fault is no sitting once HR has said so`() async throws {
        let site = try await TestSite()
        let (world, learner) = (site.world, site.world.learner.person)
        let certification = try world.certification()
        let (exam, failed) = try await world.on { transaction in
            (
                try transaction.addExam(for: certification, by: learner, outcome: .unfinished),
                try transaction.addExam(for: certification, by: learner, outcome: .failed)
            )
        }
        let path = "/staff/\(learner)/faults"

        try await site.visit(as: "hr") { browser in
            let empty = try await browser.post(path, [("attempt", "\(exam)"), ("note", " ")])
            #expect(empty.status == 422)
            #expect(try await browser.post(path, [("attempt", "\(failed)"), ("note", "işıq")]).status == 404)
            for note in ["İşıq kəsildi", "Bir də"] {
                #expect(try await browser.post(path, [("attempt", "\(exam)"), ("note", note)]).status == 303)
            }
            let page = try await browser.get("/staff/\(learner)").text
            #expect(page.contains("İşıq kəsildi") && !page.contains("Bir də"))
        }

        let sittings = try await world.database.read { try $0.sittings(of: learner, for: certification.id) }
        #expect(sittings.count == 1)
        #expect(try await site.entries().count { $0.action == AuditAction.faultRecorded.rawValue } == 1)
    }
}
