import Assessment
import Competencies
import Courseware
import Foundation
import Organization
import Storage
import TestSupport
import Testing
import Training
import UseCases
import Web

/// Every route as every role and as nobody, against one table.
///
/// A new route needs one line here, in its place by path and method, and `Places` a value for each part of its path that
/// begins with a colon. `form:` is what an allowed visitor sends; a value with a colon before it is one of `Places` too.
/// A second line for a route says with `at:` who sees it elsewhere: what is not the viewer's is not there.
struct AccessTests {
    private static let table: [Row] = [
        Row("GET", "/", .everyone),
        Row("GET", "/about", .everyone),
        Row("GET", "/accessibility", .everyone),
        Row("GET", "/account", .signedIn),
        Row("POST", "/account/language", .signedIn, form: [("language", "en")]),
        Row(
            "POST", "/account/password", .signedIn,
            form: [("old", TestSite.password), ("new", TestSite.password), ("new_again", TestSite.password)]),
        Row("GET", "/accounts", .only([.admin])),
        Row("GET", "/accounts/:person", .only([.admin])),
        Row("POST", "/accounts/:person/close", .only([.admin])),
        Row("POST", "/accounts/:person/code", .only([.admin])),
        Row("POST", "/accounts/:person/roles", .only([.admin]), form: [("role", "author")]),
        Row("POST", "/accounts/:person/roles/take", .only([.admin]), form: [("role", "author")]),
        Row(
            "POST", "/accounts/:person/second-factor/reset", .only([.admin]),
            at: "/accounts/:secured/second-factor/reset"),
        Row("POST", "/accounts/:person/sessions/end", .only([.admin])),
        Row("GET", "/activate", .everyone),
        Row("POST", "/activate", .everyone),
        Row("GET", "/assets/:name", .everyone),
        Row("GET", "/attempts/:attempt", .only([.learner])),
        Row("GET", "/attempts/:attempt/answers/:position", .only([.learner])),
        Row("POST", "/attempts/:attempt/answers/:position", .only([.learner]), form: [("choice", "0")]),
        Row("POST", "/attempts/:attempt/hand-in", .only([.learner])),
        Row("GET", "/attempts/:attempt/result", .only([.learner])),
        Row("GET", "/audit", .only([.admin])),
        Row("GET", "/certifications/:certification", .signedIn),
        Row("POST", "/certifications/:certification/start", .signedIn, form: [("language", "az")]),
        Row("GET", "/content", .only([.author])),
        Row("GET", "/courses", .everyone),
        Row("GET", "/courses/:course", .everyone),
        Row("GET", "/courses/:course/:lesson", .everyone),
        Row("POST", "/courses/:course/:lesson/checks/:question", .everyone, form: [("choice", "0")]),
        Row("POST", "/courses/:course/:lesson/finish", .signedIn),
        Row("GET", "/courses/:course/files/:file", .everyone),
        Row("GET", "/favicon.ico", .everyone),
        Row("GET", "/glossary", .everyone),
        Row("GET", "/glossary/:term", .everyone),
        Row("GET", "/healthz", .everyone),
        Row("GET", "/help", .everyone),
        Row("GET", "/language/:language", .everyone),
        Row("GET", "/me/certificates", .signedIn),
        Row("GET", "/me/certificates/:code", .only([.learner])),
        Row("GET", "/me/certificates/:code/pdf", .only([.learner])),
        Row("GET", "/me/competencies", .signedIn),
        Row("GET", "/me/looks", .signedIn),
        Row("GET", "/overview", .only([.controller])),
        Row("GET", "/people/:person", .only([.controller])),
        Row("POST", "/people/:person", .only([.controller]), form: [("purpose", purpose)]),
        Row("POST", "/placement/:competency", .signedIn),
        Row("POST", "/practice/:competency", .signedIn),
        Row("GET", "/privacy", .everyone),
        Row("GET", "/privacy/acknowledge", .signedIn),
        Row("POST", "/privacy/acknowledge", .signedIn, form: [("digest", "of another text")]),
        Row("GET", "/readyz", .everyone),
        Row("GET", "/second-factor", .halfWay),
        Row("POST", "/second-factor", .halfWay, form: [("code", "000000")]),
        Row("POST", "/second-factor/set-up", .halfWay, form: [("code", "000000"), ("secret", "")]),
        Row("GET", "/sign-in", .everyone),
        Row("POST", "/sign-in", .everyone, form: [("user_name", "learner"), ("password", TestSite.password)]),
        Row("POST", "/sign-out", .signedIn),
        Row("GET", "/staff", .only([.hr])),
        Row("GET", "/staff.csv", .only([.hr])),
        Row("GET", "/staff/:person", .only([.hr])),
        Row("GET", "/staff/:person", .only([]), at: "/staff/:stranger"),
        Row("POST", "/staff/:person/assignments", .only([.hr]), form: assignment),
        Row("POST", "/staff/:person/assignments", .only([]), at: "/staff/:stranger/assignments", form: assignment),
        Row("POST", "/staff/:person/extra-time", .only([.hr]), form: [("percent", "25")]),
        Row(
            "POST", "/staff/:person/extra-time", .only([]), at: "/staff/:stranger/extra-time", form: [("percent", "25")]
        ),
        Row("POST", "/staff/:person/faults", .only([.hr]), form: fault),
        Row("POST", "/staff/:person/faults", .only([]), at: "/staff/:stranger/faults", form: fault),
        Row("POST", "/staff/activation-codes", .only([.hr, .admin]), form: [("person", ":person")]),
        Row("GET", "/staff/assignments", .only([.hr])),
        Row("POST", "/staff/assignments", .only([.hr]), form: assignment + [("person", ":person")]),
        Row("GET", "/staff/import", .only([.hr, .admin])),
        Row("POST", "/staff/import", .only([.hr, .admin]), file: "staff.csv"),
        Row("POST", "/staff/import/apply", .only([.hr, .admin]), form: [("draft", "0")]),
        Row("GET", "/staff/import/template.csv", .only([.hr, .admin])),
        Row("GET", "/text/:language", .everyone),
        Row("GET", "/units", .only([.reporter, .controller])),
        Row("GET", "/units/:unit", .only([.reporter, .controller])),
        Row("GET", "/units/:unit", .only([.controller]), at: "/units/:otherUnit"),
        Row("GET", "/units/:unit/people", .only([.controller])),
        Row("POST", "/units/:unit/people", .only([.controller]), form: [("purpose", purpose)]),
        Row("GET", "/units/:unit/report.csv", .only([.reporter, .controller])),
        Row("GET", "/units/:unit/report.csv", .only([.controller]), at: "/units/:otherUnit/report.csv"),
        Row("GET", "/units/:unit/report.json", .only([.reporter, .controller])),
        Row("GET", "/units/:unit/report.json", .only([.controller]), at: "/units/:otherUnit/report.json"),
        Row("GET", "/verify", .everyone),
        Row("GET", "/verify/:code", .everyone),
    ]

    private static let purpose = "Yoxlama planı, bənd 4"
    private static let assignment = [("course", ":course"), ("due", "2026-06-01")]
    private static let fault = [("attempt", ":exam"), ("note", "İşıq kəsildi")]

    @Test(arguments: Who.allCases)
    func `every route answers a visitor as the table says`(who: Who) async throws {
        let site = try await TestSite()
        let places = try await Places(site)
        let faults = try await site.visit { client in
            let browser = Browser(client)
            var faults: [String] = []
            for row in Self.table {
                // Anew for each route: some end the session, change the person or answer with another one.
                browser.cookies = [:]
                if who != .nobody { try await browser.signIn(who.rawValue) }
                let answer = try await row.ask(browser, places)
                let expected = row.access.expected(for: who)
                if !expected.matches(answer) {
                    faults.append(
                        "\(row.method) \(row.at ?? row.path) as \(who): expected \(expected), got \(answer.status) "
                            + "\(answer.location ?? "")")
                }
                faults += HeadersTests.faults(of: answer).map { "\(row.method) \(row.path) as \(who): \($0)" }
            }
            return faults
        }
        #expect(faults.isEmpty, "\n\(faults.joined(separator: "\n"))")
    }

    @Test func `the table holds exactly the routes of the site`() async throws {
        let routes = Set(try await TestSite().site.router().routes.entries.map { "\($0.method) \($0.path)" })
        let rows = Self.table.map { "\($0.method) \($0.path)" }

        #expect(routes.subtracting(rows).sorted() == [], "these routes have no row in the access table")
        #expect(Set(rows).subtracting(routes).sorted() == [], "these rows have no route")
        let places = Self.table.map { "\($0.method) \($0.at ?? $0.path)" }
        #expect(places.count == Set(places).count, "a line stands twice in the table")
        let order = Self.table.map { "\($0.path) \($0.method)" }
        #expect(order == order.sorted(), "the table is sorted by path and method")
    }

    /// A visitor of each kind, by user name.
    enum Who: String, CaseIterable, CustomTestStringConvertible {
        case nobody, learner, hr, reporter, controller, author, admin

        var testDescription: String { rawValue }
    }

    /// Whom a route answers; to others it is not there, and nobody is asked to sign in.
    enum Allowed {
        case everyone
        case signedIn
        case only([Who])
        /// Somebody between password and second factor: none of these.
        case halfWay

        fileprivate func expected(for who: Who) -> Expected {
            switch self {
            case .everyone: .allowed
            case .signedIn: who == .nobody ? .signIn : .allowed
            case .only(let those): those.contains(who) ? .allowed : who == .nobody ? .signIn : .notFound
            case .halfWay: .signIn
            }
        }
    }

    fileprivate enum Expected {
        case allowed, notFound, signIn

        func matches(_ answer: Browser.Answer) -> Bool {
            switch self {
            // 422 shows the form again with what is wrong in it.
            case .allowed: [200, 301, 303, 422].contains(answer.status) && !answer.asksToSignIn
            case .notFound: answer.status == 404
            case .signIn: answer.asksToSignIn
            }
        }
    }

    private struct Row {
        let method: String
        let path: String
        let access: Allowed
        let at: String?
        let form: [(String, String)]
        let file: String?

        init(
            _ method: String, _ path: String, _ access: Allowed, at: String? = nil, form: [(String, String)] = [],
            file: String? = nil
        ) {
            self.method = method
            self.path = path
            self.access = access
            self.at = at
            self.form = form
            self.file = file
        }

        func ask(_ browser: Browser, _ places: Places) async throws -> Browser.Answer {
            let address = try places.address(of: at ?? path)
            if let file { return try await browser.upload(address, fileName: file, Array("a;b\n".utf8)) }
            let form = try form.map { ($0.0, try places.value(of: $0.1)) }
            return method == "GET" ? try await browser.get(address) : try await browser.post(address, form)
        }
    }

    /// What stands in the small world for the parts of an address that begin with a colon.
    private struct Places {
        private let values: [String: String]

        init(_ site: TestSite) async throws {
            let (world, own) = (site.world, site.world.learner.own)
            let course = try found(world.content.courses.first { $0.isOpen })
            let lesson = try found(course.lessons.first { !$0.checks.isEmpty })
            let certificate = try await world.issueCertificate(to: own.person, on: day(2026, 1, 12))
            let attempt = try await site.bilik.startPrivate(
                .practice, in: CompetencyID("4.2"), by: own, language: .az)
            _ = try await site.bilik.answer(position: 1, of: attempt, by: own) { question, _ in
                question.rightAnswer(in: .az)
            }
            let exam = try await site.bilik.startExam(for: world.certification(), by: own, language: .az)
            try await site.bilik.handIn(exam, by: own)
            try await world.on {
                try $0.setSecondFactor(of: world.reporter.person, secret: TimeBasedCode().secret, recoveryHashes: [])
            }
            let style = try await site.visit(as: nil) { browser in
                try await browser.get("/sign-in").text.firstMatch(of: #//assets/([^"]+\.css)/#).map { String($0.1) }
            }
            values = [
                "agency": world.taxes.id.description, "attempt": attempt.description,
                "certification": "personal-data", "code": certificate.code, "competency": "4.2",
                "course": course.slug, "file": try found(world.content.figures[course.slug]?.keys.sorted().first),
                "language": "en", "lesson": lesson.slug, "name": try found(style),
                "otherUnit": world.municipalOffice.id.description, "period": "2026-H1",
                "person": own.person.description, "position": "1", "question": try found(lesson.checks.first).value,
                "term": try found(world.content.glossary.terms.first).id,
                "secured": world.reporter.person.description, "stranger": world.administrator.person.description,
                "unit": world.eServices.id.description,
                "exam": exam.description,
            ]
        }

        func address(of path: String) throws -> String {
            try path.split(separator: "/", omittingEmptySubsequences: false).map { try value(of: String($0)) }
                .joined(separator: "/")
        }

        /// What a word with a colon before it stands for; other words stand for themselves.
        func value(of word: String) throws -> String {
            guard word.first == ":" else { return word }
            guard let value = values[String(word.dropFirst())] else {
                throw NoPlace(description: "give Places a value for \(word)")
            }
            return value
        }

        struct NoPlace: Error, CustomStringConvertible {
            let description: String
        }
    }
}
