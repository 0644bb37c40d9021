import Assessment
import Competencies
import Organization
import Storage
import TestSupport
import Testing
import UseCases

/// What an HR officer does with the staff list and on people's pages, and what stays out of their sight.
@Suite struct StaffJourneyTests {
    @Test func `HR finds whose certificate runs out, opens the page, and the person reads of both`() async throws {
        let site = try await TestSite()
        let world = site.world
        try await world.issueCertificate(to: world.learner.person, on: day(2024, 4, 10))
        try await world.issueCertificate(to: world.reporter.person)

        let list = try await site.visit(as: "hr") { try await $0.get("/staff?standing=expiring&days=90").text }
        #expect(list.contains("Məmmədova Aysel") && !list.contains("Quliyeva Nigar"))
        #expect(list.contains("39 gün qalıb") && list.contains("10.04.2026"))
        #expect(list.contains("1 nəfərdən 1–1 göstərilir"))

        let link = "/staff/\(world.learner.person)?from=certificates"
        #expect(list.contains("href=\"\(link)&amp;list="))
        let page = try await site.visit(as: "hr") { try await $0.get(link).text }
        #expect(page.contains("Məmmədova Aysel Elçin qızı") && page.contains("Elektron xidmətlər şöbəsi"))

        let looks = try await site.visit(as: "learner") { try await $0.get("/me/looks").text }
        #expect(looks.contains("Sizin də olduğunuz siyahıya baxıldı") && looks.contains("Səhifənizə baxıldı"))
        #expect(looks.contains("Sertifikatların vəziyyəti") && looks.contains("Rəşad"))
        let others = try await site.visit(as: "reporter") { try await $0.get("/me/looks").text }
        #expect(others.contains("Hələ heç kim"))
        let entries = try await site.entries().suffix(2)
        #expect(entries.map(\.action) == ["list-viewed", "person-viewed"])
        #expect(entries.first?.detail == "standing=expiring days=90 page=1 count=1 total=1")
        #expect(entries.map(\.subjects) == [[world.learner.person], [world.learner.person]])
    }

    @Test func `a typed search stands in no audit entry`() async throws {
        let site = try await TestSite()

        let text = try await site.visit(as: "hr") { try await $0.get("/staff?q=ismayilova").text }

        #expect(text.contains("İsmayılova Leyla") && !text.contains("Məmmədova Aysel"))
        #expect(try await site.entries().last?.detail == "search=yes page=1 count=1 total=1")
    }

    @Test func `what lies beyond the own agency is not there`() async throws {
        let site = try await TestSite()
        let world = site.world
        let stranger = world.administrator.person
        let exam = try await world.on { [certification = try world.certification()] in
            try $0.addExam(for: certification, by: stranger, outcome: .unfinished)
        }
        let before = try await site.entries().count

        try await site.visit(as: "hr") { browser in
            #expect(try await browser.get("/staff/\(stranger)").status == 404)
            #expect(try await browser.get("/staff/999").status == 404)
            #expect(try await browser.get("/staff/\(stranger)x").status == 404)
            let percent = try await browser.post("/staff/\(stranger)/extra-time", [("percent", "50")])
            #expect(percent.status == 404)
            let fault = try await browser.post(
                "/staff/\(stranger)/faults", [("attempt", "\(exam)"), ("note", "x")])
            #expect(fault.status == 404)
            let elsewhere = try await browser.post(
                "/staff/\(world.learner.person)/faults", [("attempt", "\(exam)"), ("note", "x")])
            #expect(elsewhere.status == 404)
            let codes = try await browser.post("/staff/activation-codes", [("person", "\(stranger)")])
            #expect(codes.status == 422 && !codes.text.contains("Qurbanlı"))
            let list = try await browser.get("/staff?unit=\(world.municipalOffice.id)").text
            #expect(list.contains("Bu süzgəcə uyğun heç kim yoxdur") && !list.contains("Qurbanlı"))
        }
        for name in ["learner", "reporter", "controller", "author", "admin"] {
            let answer = try await site.visit(as: name) { try await $0.get("/staff") }
            #expect(answer.status == 404)
        }

        #expect(try await site.entries().dropFirst(before).allSatisfy { !$0.subjects.contains(stranger) })
        let person = try await world.database.read { try $0.person(stranger) }
        #expect(person?.extraTimePercent == 0)
    }

    @Test func `practice changes nothing that HR sees`() async throws {
        let site = try await TestSite()
        let (world, learner) = (site.world, site.world.learner.person)
        try await world.certify(learner, ability: 0.9)
        let paths = ["/staff/\(learner)", "/staff", "/staff.csv"]

        let before = try await site.texts(of: paths, for: "hr")
        try await world.on { try $0.practise(CompetencyID("4.1"), by: learner, ability: 2.9, standardError: 0.2) }
        try await world.on { try $0.practise(CompetencyID("4.2"), by: learner, ability: -2.9, standardError: 0.2) }

        #expect(try await site.texts(of: paths, for: "hr") == before)
    }

    @Test(arguments: [
        "", "?sort=unit", "?sort=valid-through", "?standing=valid", "?standing=expiring&days=400", "?standing=expired",
        "?standing=none", "?q=test", "?role=head-of-department", "?certification=personal-data&standing=none",
        "?account=none&sort=unit", "?q=nobody",
    ])
    func `the file holds what the pages show, under the same filter`(query: String) async throws {
        let site = try await TestSite()
        let world = site.world
        try await world.addPeople(112, to: world.personnel)
        try await world.issueCertificate(to: world.learner.person, on: day(2024, 4, 10))
        try await world.issueCertificate(to: world.author.person, on: day(2024, 2, 10))
        try await world.issueCertificate("information-security", to: world.reporter.person)
        try await world.on { [certification = try world.certification()] in
            try $0.addExam(for: certification, by: world.hr.person)
        }

        try await site.visit(as: "hr") { browser in
            var shown: [[String]] = []
            var path: String? = "/staff\(query)"
            while let page = path {
                let text = try await browser.get(page).text
                shown += StaffTable(page: text).rows
                path = text.firstMatch(of: #/href="([^"]*)" rel="next"/#)
                    .map { String($0.1).replacing("&amp;", with: "&") }
            }
            let file = try StaffTable(file: try await browser.get("/staff.csv\(query)").bytes).rows
            #expect(file == shown)
            if query.isEmpty { #expect(file.count == 117) }
        }
        let export = try await site.entries().last
        #expect(export?.action == "list-exported" && export?.subjects.count == export?.countInDetail)
    }

    @Test func `a name that a spreadsheet would run is text in the file`() async throws {
        let site = try await TestSite()
        let posting = site.world.learner.posting
        try await site.world.on { try $0.addPerson("=HYPERLINK(\"http://x\")", "Əli", staffNumber: "@1", to: posting) }

        let file = try await site.visit(as: "hr") { try await $0.get("/staff.csv?q=hyperlink") }

        #expect(file.bytes.starts(with: [0xEF, 0xBB, 0xBF]))
        #expect(file.text.contains("'@1;\"'=HYPERLINK(\"\"http://x\"\") Əli\";"))
        let page = try await site.visit(as: "hr") { try await $0.get("/staff?q=hyperlink").text }
        #expect(page.contains("=HYPERLINK(&quot;http://x&quot;) Əli"))
    }

    @Test func `links to other pages keep the filter, and a page beyond the end shows the last one`() async throws {
        let site = try await TestSite()
        try await site.world.addPeople(60, to: site.world.personnel)
        let unit = site.world.personnel.id

        try await site.visit(as: "hr") { browser in
            let search = try await browser.get("/staff?unit=\(unit)&q=i%C5%9F%C3%A7i+test").text
            #expect(search.contains("href=\"/staff?q=i%C5%9F%C3%A7i%20test&amp;unit=\(unit)&amp;page=2\" rel=\"next\""))
            let page = try await browser.get("/staff?unit=\(unit)&sort=unit").text
            #expect(page.contains("href=\"/staff?unit=\(unit)&amp;sort=unit&amp;page=2\" rel=\"next\""))
            let last = try await browser.get("/staff?unit=\(unit)&sort=unit&page=77").text
            #expect(last.contains("62 nəfərdən 51–62 göstərilir"))
        }
    }

    @Test func `an agency with nobody says what to do`() async throws {
        let site = try await TestSite()
        try await site.world.on { transaction in
            let agency = try transaction.addAgency(code: "NV", kind: .ministry, name: "Yeni nazirlik", parent: nil)
            try transaction.revoke(.hrOfficer, from: site.world.hr.person)
            try transaction.grant(.hrOfficer, to: site.world.hr.person, agency: agency, unit: nil, deep: false)
        }

        let page = try await site.visit(as: "hr") { try await $0.get("/staff") }

        #expect(page.status == 200)
        #expect(page.text.contains("Qurumunuzda hələ heç kim yoxdur") && page.text.contains("0 nəfərdən 0 nəfər"))
    }
}

extension TestSite {
    func entries() async throws -> [AuditEntry] {
        try await world.database.read { try $0.auditEntries(after: 0, atMost: 1000).map(\.entry) }
            .filter { $0.action != AuditAction.privacyAcknowledged.rawValue }
    }

    /// Pages without the form tokens, which are new on each.
    func texts(of paths: [String], for userName: String) async throws -> [String] {
        try await visit(as: userName) { browser in
            var texts: [String] = []
            for path in paths {
                texts.append(try await browser.get(path).text.replacing(#/name="form_token" value="[^"]*"/#, with: ""))
            }
            return texts
        }
    }
}

extension AuditEntry {
    /// What `count=` says.
    fileprivate var countInDetail: Int? {
        detail.firstMatch(of: #/\bcount=([0-9]+)/#).flatMap { Int($0.1) }
    }
}
