import Assessment
import Competencies
import Courseware
import FoundationEssentials
import HTTPTypes
import Organization
import Oversight
import Storage
import TestSupport
import Testing
import UseCases

/// The way of the Electronic Controller: from the state to an agency, a unit, and for a purpose to a person.
struct ControllerJourneyTests {
    private let secondHalf = Period("2025-H2")

    @Test func `the Controller sees every unit as figures, and nobody's name`() async throws {
        let world = try await SmallWorld()
        try await world.practise(by: world.learner.person)

        try await world.visit(as: world.controller) { visitor in
            let page = try await visitor.get("/overview")

            #expect(page.status == .ok)
            for unit in [world.eServices, world.personnel, world.municipalOffice] {
                #expect(page.text.contains(unit.name))
                #expect(page.text.contains("/units/\(unit.id)?period=2026-H1"))
            }
            #expect(!page.text.contains(world.learner.name.family))
            #expect(!page.text.contains(world.administrator.name.family))
        }
    }

    @Test func `numbers are the same on the page, as JSON, as a table and from the command line`() async throws {
        let world = try await SmallWorld()
        try await world.settleDown()

        try await world.visit(as: world.controller) { visitor in
            let path = "/units/\(world.eServices.id)"
            let page = try await visitor.get("\(path)?period=2025-H2")
            let json = try await visitor.get("\(path)/report.json?period=2025-H2")
            let csv = try await visitor.get("\(path)/report.csv?period=2025-H2")

            let document = try JSONText.read(json.text, as: ActivityReportDocument.self)
            #expect(page.figure("headcount") == ["8", "8"])
            #expect(document.current.headcount == 8)
            #expect(page.figure("coverage") == ["38 %", "3 / 8", "0 %", "0 / 8"])
            #expect(document.current.trained.people == 3)
            #expect(document.current.trained.percent == 38)
            #expect(page.figure("valid") == ["1", "0"])
            #expect(document.current.certificates.valid == 1)
            #expect(page.figure("profile") == ["13 %", "1 / 8", "0 %", "0 / 8"])
            #expect(document.current.meetingProfile.shown?.people == 1)

            let report = try found(try await world.report(of: world.eServices, period: try found(secondHalf)))
            #expect(try ReportFormat.json.text(of: report) == json.text)
            #expect(try "\u{FEFF}" + ReportFormat.csv.text(of: report) == csv.text)
            #expect(csv.text.contains("VX,VX-EX,2025-H2,2025-12-31,headcount,,,8,8\r\n"))
            #expect(csv.text.contains("VX,VX-EX,2025-H2,2025-12-31,trained_percent,,,38,0\r\n"))
            #expect(csv.headers[.contentDisposition] == "attachment; filename=\"VX-EX-2025-H2.csv\"")
        }
    }

    @Test func `what rests on fewer than five people is on no page and in no file`() async throws {
        let world = try await SmallWorld()
        let three = [world.learner, world.reporter, world.author]
        for person in three {
            for competency in ["4.1", "4.2"] {
                try await world.certify(person.person, in: CompetencyID(competency), ability: 3, on: day(2025, 7, 7))
            }
        }

        try await world.visit(as: world.controller) { visitor in
            let path = "/units/\(world.eServices.id)"
            let page = try await visitor.get("\(path)?period=2025-H2")
            let json = try await visitor.get("\(path)/report.json?period=2025-H2")
            let csv = try await visitor.get("\(path)/report.csv?period=2025-H2")
            let overview = try await visitor.get("/overview?period=2025-H2")

            #expect(page.figure("profile") == ["göstərilmir", "göstərilmir"])
            #expect(!page.text.contains("class=\"share-bar\""))
            #expect(json.text.contains("\"meeting_role_profile\":{\"fewest\":5,\"withheld\":true}"))
            #expect(!json.text.contains("\"people\":["))
            #expect(csv.text.contains("meeting_role_profile,,,withheld,withheld"))
            #expect(csv.text.contains("people_at_level,4.2,,withheld,"))
            #expect(overview.text.contains("göstərilmir"))
            // Three of five in the agency, one of whose units is withheld beside the other: together they are enough.
            #expect(!overview.text.contains("100 %"))
        }
    }

    @Test(arguments: ["2026-H3", "2026", "x", "2026-H2", "2031-H1"])
    func `a period that is none or has not begun gets a page that offers others`(period: String) async throws {
        let world = try await SmallWorld()

        try await world.visit(as: world.controller) { visitor in
            let isFuture = Period(period) != nil
            for path in ["/overview", "/units/\(world.eServices.id)"] {
                let page = try await visitor.get("\(path)?period=\(period)")
                #expect(page.status == (isFuture ? .notFound : .badRequest))
                #expect(page.text.contains("\(path)?period=2026-H1"))
            }
            let json = try await visitor.get("/units/\(world.eServices.id)/report.json?period=\(period)")
            #expect(json.status == (isFuture ? .notFound : .badRequest))
            #expect(json.headers[.contentType]?.hasPrefix("application/problem+json") == true)
            #expect(json.text.contains("\"status\":\(isFuture ? 404 : 400)"))
            #expect(try await world.entries(.reportViewed).isEmpty)
        }
    }

    @Test func `reading a report leaves one entry, which names nobody`() async throws {
        let world = try await SmallWorld()

        try await world.visit(as: world.controller) { visitor in
            for ending in ["", "/report.json", "/report.csv"] {
                _ = try await visitor.get("/units/\(world.eServices.id)\(ending)?period=2025-H2")
            }
        }

        let entries = try await world.entries(.reportViewed)
        #expect(entries.count == 3)
        for entry in entries {
            #expect(entry.actor == world.controller.person)
            #expect(entry.detail == "unit=\(world.eServices.id) period=2025-H2")
            #expect(entry.subjects.isEmpty)
        }
    }

    @Test func `the table of units can be narrowed and sorted, its sums stay those of whole agencies`() async throws {
        let world = try await SmallWorld()
        try await world.finishCourse(by: world.learner.person)

        try await world.visit(as: world.controller) { visitor in
            let municipal = try await visitor.get("/overview?kind=municipality").unitRows
            #expect(municipal == ["Şəki bələdiyyəsi", "Bələdiyyə aparatı"])
            let own = try await visitor.get("/overview?agency=\(world.taxes.id)&e-government=1").unitRows
            #expect(own == ["Vergi xidməti", "Elektron xidmətlər şöbəsi"])
            let page = try await visitor.get("/overview?agency=\(world.taxes.id)&e-government=1")
            #expect(page.row("Vergi xidməti").contains(">5<"))
            let sorted = try await visitor.get("/overview?sort=coverage").unitRows
            #expect(sorted == ["Kadrlar şöbəsi", "Bələdiyyə aparatı", "Elektron xidmətlər şöbəsi"])
            let nonsense = try await visitor.get("/overview?kind=x&agency=-1&sort=%00&e-government=maybe").unitRows
            #expect(nonsense.count == 5)
        }
    }

    @Test func `names show only after a purpose, and everyone named learns of it`() async throws {
        let world = try await SmallWorld()
        let purpose = "2026-cı ilin hesabatının yoxlanması"

        try await world.visit(as: world.controller) { visitor in
            let path = "/units/\(world.eServices.id)/people"
            let form = try await visitor.get(path)
            #expect(form.status == .ok)
            #expect(!form.text.contains("Məmmədova"))
            for typed in ["", "   baxım   ", "hr:certificates", String(repeating: "a", count: 301)] {
                let refused = try await visitor.post(path, ["purpose": typed])
                #expect(refused.status == .unprocessableContent)
                #expect(!refused.text.contains("Məmmədova"))
            }
            #expect(try await world.entries(.listViewed).isEmpty)

            let list = try await visitor.post(path, ["purpose": "  \(purpose)\r\n"])
            #expect(list.status == .ok)
            #expect(list.text.contains("Məmmədova Aysel Elçin qızı"))
            #expect(!list.text.contains("Əliyev"))
        }

        let entries = try await world.entries(.listViewed)
        #expect(entries.map(\.purpose) == [purpose])
        #expect(
            Set(entries.flatMap(\.subjects)) == [world.learner.person, world.reporter.person, world.author.person])
        try await world.visit(as: world.learner) { visitor in
            let looks = try await visitor.get("/me/looks")
            #expect(looks.text.contains(purpose))
        }
    }

    @Test func `a person's page shows what is certified and never what is private`() async throws {
        let world = try await SmallWorld()
        let certificate = try await world.issueCertificate(to: world.learner.person, on: day(2025, 8, 1))
        try await world.certify(world.learner.person, on: day(2025, 8, 1))
        // In a competency that nothing is certified in, so that its trace would be seen.
        let practised = try found(world.content.framework.competency(CompetencyID("1.1")))
        try await world.practise(practised.id, by: world.learner.person)

        try await world.visit(as: world.controller) { visitor in
            let path = "/people/\(world.learner.person)"
            let form = try await visitor.get(path)
            #expect(!form.text.contains("Məmmədova"))
            let refused = try await visitor.post(path, ["purpose": "qısa"])
            #expect(refused.status == .unprocessableContent)

            let page = try await visitor.post(path, ["purpose": "Şikayətin araşdırılması"])
            #expect(page.status == .ok)
            #expect(page.text.contains("Aysel Elçin qızı Məmmədova"))
            #expect(page.text.contains(certificate.code))
            #expect(!page.text.contains(practised.name.az))
            #expect(try await visitor.get("/people/999").status == .notFound)
            #expect(try await visitor.post("/people/999", ["purpose": "Şikayətin araşdırılması"]).status == .notFound)
        }

        let entries = try await world.entries(.personViewed)
        #expect(entries.map(\.purpose) == ["Şikayətin araşdırılması"])
        #expect(entries.map(\.subjects) == [[world.learner.person]])
    }
}

/// The way of a reporting officer, and of those who have no business here.
struct ReporterJourneyTests {
    @Test func `a reporting officer reads the report of the own unit and no other`() async throws {
        let world = try await SmallWorld()

        try await world.visit(as: world.reporter) { visitor in
            let units = try await visitor.get("/units")
            #expect(units.headers[.location] == "/units/\(world.eServices.id)")
            let own = try await visitor.get("/units/\(world.eServices.id)")
            #expect(own.status == .ok)
            #expect(!own.text.contains("/people"))
            #expect(!own.text.contains("/overview"))
            for unit in [world.personnel, world.municipalOffice] {
                for ending in ["", "?period=x", "/report.json", "/report.json?period=x", "/report.csv"] {
                    let answer = try await visitor.get("/units/\(unit.id)\(ending)")
                    #expect(answer.status == .notFound)
                    #expect(!answer.text.contains(unit.name))
                }
            }
        }
    }

    @Test func `who is not the Controller has neither overview nor drill-down`() async throws {
        let world = try await SmallWorld()
        for viewer in [world.learner, world.hr, world.reporter, world.author, world.administrator] {
            try await world.visit(as: viewer) { visitor in
                let overview = try await visitor.get("/overview")
                #expect(overview.status == .notFound)
                for path in ["/units/\(world.eServices.id)/people", "/people/\(world.learner.person)"] {
                    let form = try await visitor.get(path)
                    #expect(form.status == .notFound)
                    let opened = try await visitor.post(path, ["purpose": "Yoxlamaq istəyirəm"])
                    #expect(opened.status == .notFound)
                }
            }
        }
        #expect(try await world.entries(.personViewed).isEmpty)
        #expect(try await world.entries(.listViewed).isEmpty)
    }

    @Test func `a unit with nobody and one with three people have a report too`() async throws {
        let world = try await SmallWorld()
        let empty = try await world.on { [taxes = world.taxes.id] in
            try $0.addUnit(agency: taxes, parent: nil, code: "VX-YN", name: "Yeni şöbə", isEGovernment: true)
        }

        try await world.visit(as: world.controller) { visitor in
            let page = try await visitor.get("/units/\(empty)")
            #expect(page.status == .ok)
            #expect(page.figure("headcount") == ["0", "0"])
            #expect(page.figure("coverage") == ["–", "–"])
            #expect(page.figure("profile") == ["–", "–"])
            let list = try await visitor.post("/units/\(empty)/people", ["purpose": "Yeni şöbənin yoxlanması"])
            #expect(list.status == .ok)
            let overview = try await visitor.get("/overview")
            #expect(overview.text.contains("Yeni şöbə"))
        }
    }
}

extension OversightVisitor.Answer {
    /// What a row of the report says: now, before, each with its count.
    fileprivate func figure(_ anchor: String) -> [String] {
        guard
            let row = text.split(separator: "<tr id=\"\(anchor)\">").dropFirst().first?.split(separator: "</tr>").first
        else { return [] }
        let cells = row.split(separator: "<td").dropFirst().prefix(2)
        return cells.flatMap { cell in
            cell.split(separator: "<br>").map { part in
                String(part.replacing(/^[^>]*>/, with: "").replacing(/<[^>]*>/, with: ""))
                    .replacing("\u{A0}", with: " ")
            }
        }
    }

    /// The names in the table of units, in its order.
    fileprivate var unitRows: [String] {
        guard let table = text.split(separator: "<table class=\"figures units\">").dropFirst().first else { return [] }
        return table.matches(of: /<th scope="row"[^>]*><a[^>]*>([^<]*)<\/a>/).map { String($0.1) }
    }

    fileprivate func row(_ name: String) -> Substring {
        let table = text.split(separator: "<table class=\"figures units\">").dropFirst().first ?? ""
        return table.split(separator: "<tr").first { $0.contains(">\(name)</a>") } ?? ""
    }
}

extension SmallWorld {
    /// Eight people in the e-services unit: three have finished a course, one holds a certificate and meets the profile.
    fileprivate func settleDown() async throws {
        try await addPeople(5, to: eServices)
        for person in [learner, reporter, author] { try await finishCourse(by: person.person, on: day(2025, 9, 1)) }
        try await issueCertificate(to: learner.person, on: day(2025, 10, 10))
        let role = content.examinedJobRoles.first { $0.id == learner.posting.jobRole }
        for competency in role?.needs.keys.sorted() ?? [] {
            try await certify(learner.person, in: competency, ability: 3, on: day(2025, 10, 10))
        }
    }

    fileprivate func practise(_ competency: CompetencyID = CompetencyID("4.2"), by person: PersonID) async throws {
        try await on { _ = try $0.practise(competency, by: person) }
    }

    fileprivate func report(of unit: AgencyUnit, period: Period) async throws -> ActivityReport? {
        try await database.read {
            try $0.activityReport(of: unit.id, in: .state, period: period, content: content)
        }
    }

    fileprivate func entries(_ action: AuditAction) async throws -> [AuditEntry] {
        try await database.read {
            try $0.auditEntries(after: 0, atMost: 1000).map(\.entry).filter { $0.action == action.rawValue }
        }
    }
}
