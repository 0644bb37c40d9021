import Courseware
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import Organization
import Storage
import TestSupport
import Testing
import Training
import UseCases

@testable import Web

/// An administrator at work: accounts, roles and the audit log, and nothing that anybody has answered.
@Suite struct AdministratorJourneyTests {
    @Test func `finds a person, gives and takes roles, and each step stands in the audit log`() async throws {
        let desk = try await Desk()
        let aysel = desk.world.learner.person

        try await desk.visit(as: desk.world.administrator) { browser in
            let list = try await browser.get("/accounts?q=memmedova")
            #expect(list.contains("Məmmədova Aysel Elçin qızı"))
            #expect(!list.contains("Əliyev"))
            let page = try await browser.get("/accounts/\(aysel)")
            #expect(page.contains("VX-0001"))

            let given = try await browser.post(
                "/accounts/\(aysel)/roles", ["role": "hr", "agency": "\(desk.world.taxes.id)", "subordinates": "yes"])
            #expect(given == .seeOther("/accounts/\(aysel)?done=role-given"))
            #expect(try await browser.get("/accounts/\(aysel)?done=role-given").contains("Rol verildi."))
            #expect(try await desk.grants(of: aysel).map(\.includesSubordinates) == [true])

            let narrowed = try await browser.post(
                "/accounts/\(aysel)/roles", ["role": "hr", "agency": "\(desk.world.taxes.id)"])
            #expect(narrowed.status == .seeOther)
            #expect(try await desk.grants(of: aysel).map(\.includesSubordinates) == [false])

            let taken = try await browser.post(
                "/accounts/\(aysel)/roles/take", ["role": "hr", "agency": "\(desk.world.taxes.id)"])
            #expect(taken == .seeOther("/accounts/\(aysel)?done=role-taken"))
            #expect(try await desk.grants(of: aysel).isEmpty)

            let log = try await browser.get("/audit")
            #expect(log.contains("Bütövdür"))
            #expect(log.contains("role=hr agency=\(desk.world.taxes.id) subordinates=yes"))
            #expect(log.contains("Rol götürüldü"))
        }
        let actions = try await desk.world.database.read {
            try $0.auditEntries(after: 0, atMost: 50).map(\.entry.action)
        }
        #expect(
            actions.filter { $0 != "list-viewed" } == [
                "privacy-acknowledged", "person-viewed", "role-granted", "role-granted", "role-revoked",
            ])
    }

    @Test func `sees accounts only: nothing of exams, practice or competencies`() async throws {
        let desk = try await Desk()
        let aysel = desk.world.learner.person
        try await desk.visit(as: desk.world.administrator) { browser in
            for path in ["/accounts", "/accounts/\(aysel)"] {
                let page = try await browser.get(path)
                let main = page.components(between: "<main", and: "</main>")
                for word in ["ertifika", "Vəzifə", "4.2"] {
                    #expect(!main.contains(word) || word == "ertifika" && main.contains("Nəticələri və sertifikatları"))
                }
            }
            for path in ["/content", "/staff", "/overview"] {
                #expect(try await browser.status(path) == .notFound)
            }
        }
    }

    @Test func `makes an activation code that opens the account`() async throws {
        let desk = try await Desk()
        let aysel = desk.world.learner.person
        try await desk.visit(as: desk.world.administrator) { browser in
            let answer = try await browser.post("/accounts/\(aysel)/code", [:])

            let code = try #require(answer.text.firstMatch(of: #/<code>([0-9A-Z-]{14})<\/code>/#)?.1)
            try await desk.bilik.activate(
                staffNumber: "VX-0001", typedCode: String(code), password: "çay süfrəsi və pəncərə", from: "192.0.2.1")
            #expect(try await browser.get("/accounts/\(aysel)").contains("Açıqdır"))
        }
    }

    @Test func `ends sessions, resets a second factor and closes an account`() async throws {
        let desk = try await Desk()
        let kamran = desk.world.controller
        try await desk.open(kamran)
        try await desk.world.database.write {
            try $0.setSecondFactor(of: kamran.person, secret: Array(repeating: 7, count: 20), recoveryHashes: [])
            try $0.addSession(tokenHash: [1], person: kamran.person, csrfToken: "x", awaitsSecondFactor: false)
        }
        try await desk.visit(as: desk.world.administrator) { browser in
            let path = "/accounts/\(kamran.person)"
            #expect(try await browser.get(path).contains("İkinci amili sıfırla"))

            #expect(try await browser.post("\(path)/second-factor/reset", [:]).status == .seeOther)
            let (state, sessions) = try await desk.world.database.read {
                (try $0.accountState(of: kamran.person), try $0.openSessions(of: kamran.person))
            }
            #expect(state?.hasSecondFactor == false)
            #expect(sessions == 0)

            #expect(try await browser.post("\(path)/sessions/end", [:]).status == .seeOther)
            #expect(try await browser.post("\(path)/close", [:]).status == .seeOther)
            #expect(try await browser.get(path).contains("Bağlıdır"))
        }
        await #expect(throws: AccountError.wrongNameOrPassword) {
            _ = try await desk.bilik.signIn(userName: "kamran", password: Desk.password, from: "192.0.2.1")
        }
    }

    @Test func `the last administrator cannot stop being one`() async throws {
        let desk = try await Desk()
        let orxan = desk.world.administrator
        try await desk.visit(as: orxan) { browser in
            let path = "/accounts/\(orxan.person)"
            let refused = try await browser.post("\(path)/roles/take", ["role": "admin"])
            #expect(refused.status == .unprocessableContent)
            #expect(refused.text.contains("sonuncu inzibatçıdır"))
            #expect(try await browser.post("\(path)/close", [:]).status == .unprocessableContent)

            // A second one who cannot sign in is no help; one who can is.
            _ = try await browser.post("/accounts/\(desk.world.author.person)/roles", ["role": "admin"])
            #expect(try await browser.post("\(path)/roles/take", ["role": "admin"]).status == .unprocessableContent)
            try await desk.open(desk.world.author)
            #expect(try await browser.post("\(path)/roles/take", ["role": "admin"]) == .seeOther("/"))
            #expect(try await browser.status("/accounts") == .notFound)
        }
    }

    @Test func `whoever is made controller loses the sessions that a password alone began`() async throws {
        let desk = try await Desk()
        let leyla = desk.world.author
        try await desk.open(leyla)
        try await desk.world.database.write {
            try $0.addSession(tokenHash: [1], person: leyla.person, csrfToken: "x", awaitsSecondFactor: false)
        }
        try await desk.visit(as: desk.world.administrator) { browser in
            _ = try await browser.post("/accounts/\(leyla.person)/roles", ["role": "controller"])
        }
        #expect(try await desk.world.database.read { try $0.openSessions(of: leyla.person) } == 0)
    }

    @Test func `a broken audit log is said at once`() async throws {
        let desk = try await Desk()
        try await desk.visit(as: desk.world.administrator) { browser in
            _ = try await browser.get("/accounts")
            try await desk.world.database.write {
                try $0.runScript(
                    "DROP TRIGGER audit_entry_is_final; UPDATE audit_entry SET at = at + 1 WHERE number = 1")
            }
            let log = try await browser.get("/audit")
            #expect(log.contains("Pozulub"))
            #expect(log.contains("1 nömrəli yazı"))
        }
    }

    @Test(arguments: [
        "/accounts", "/accounts/1", "/audit",
    ])
    func `is nobody else's business`(path: String) async throws {
        let desk = try await Desk()
        for viewer in desk.world.everybody where !viewer.has(.administrator) {
            try await desk.visit(as: viewer) { browser in
                let status = try await browser.status(path)
                #expect(status == .notFound)
            }
        }
    }

    @Test(arguments: ["/accounts/0", "/accounts/999", "/accounts/x", "/accounts/9999999999999999999"])
    func `somebody who is not there is not found`(path: String) async throws {
        let desk = try await Desk()
        try await desk.visit(as: desk.world.administrator) { browser in
            let status = try await browser.status(path)
            #expect(status == .notFound)
            #expect(try await browser.post("\(path)/close", [:]).status == .notFound)
        }
    }

    @Test(arguments: [
        ["role": "king"], ["role": "hr"], ["role": "hr", "agency": "x"], ["role": "reporter", "unit": ""], [:],
    ])
    func `a form that names no role or place is refused`(fields: [String: String]) async throws {
        let desk = try await Desk()
        try await desk.visit(as: desk.world.administrator) { browser in
            let answer = try await browser.post("/accounts/\(desk.world.learner.person)/roles", fields)
            #expect(answer.status == .badRequest)
        }
    }
}

/// An author at work.
@Suite struct AuthorJourneyTests {
    @Test func `sees courses, banks and faults, and neither people nor keys`() async throws {
        let desk = try await Desk()
        try await desk.visit(as: desk.world.author) { browser in
            let whole = try await browser.get("/content")
            #expect(whole.contains("Saytda ən yeni nüsxə göstərilir"))
            #expect(whole.contains("4.1 Cihazların qorunması"))
            for question in desk.world.content.questions.values where question.use == .exam {
                #expect(!whole.contains(question.stem.az))
            }
            for path in ["/accounts", "/audit", "/staff"] {
                #expect(try await browser.status(path) == .notFound)
            }

            desk.bilik.contents.take(
                nil,
                problems: [
                    .init(
                        file: "question-banks/4.1.yml", line: 5, severity: .error, message: "`use` is `prectice`",
                        mend: "did you mean `practice`?")
                ])
            let broken = try await browser.get("/content")
            #expect(broken.contains("Saytda son yaxşı nüsxə göstərilir"))
            #expect(broken.contains("question-banks/4.1.yml:5"))
            #expect(broken.contains("did you mean `practice`?"))
        }
    }
}

/// The site over the small world, and people who sign in to it.
private struct Desk: Sendable {
    static let password = "dəniz qırağında axşam"

    let world: SmallWorld
    let bilik: Bilik
    private let site: Site

    init() async throws {
        world = try await SmallWorld()
        var rules = Bilik.Rules()
        rules.asksSecondFactor = false
        bilik = Bilik(
            database: world.database, contents: ContentShelf(world.content),
            passwords: PasswordHasher(cost: .forTests), logger: Logger(label: "test"), rules: rules)
        site = try Site(bilik: bilik, settings: Site.Settings())
    }

    func grants(of person: PersonID) async throws -> [RoleGrant] {
        try await world.database.read { try $0.roleGrants(of: person) }
    }

    /// Gives somebody an account; the given name in small letters is the user name.
    @discardableResult
    func open(_ viewer: Viewer) async throws -> String {
        let userName = viewer.name.given.lowercased()
        let hash = try await bilik.passwords.hash(Self.password).encoded
        try await world.database.write { try $0.setPassword(of: viewer.person, userName: userName, hash: hash) }
        return userName
    }

    func visit(as viewer: Viewer, _ body: @escaping @Sendable (AdministratorVisitor) async throws -> Void) async throws
    {
        let userName = try await open(viewer)
        let session = try await bilik.signIn(userName: userName, password: Self.password, from: "192.0.2.7")
        try await Application(router: site.router().router).test(.router) { client in
            let browser = AdministratorVisitor(client: client, cookie: "bilik_session=\(session.token.text)")
            let notice = try await browser.get("/privacy/acknowledge")
            let digest = notice.firstMatch(of: #/name="digest" value="([^"]+)"/#).map { String($0.1) }
            _ = try await browser.post("/privacy/acknowledge", digest.map { ["digest": $0] } ?? [:])
            try await body(browser)
        }
    }
}

/// Asks for pages and sends forms as one signed-in person.
private struct AdministratorVisitor {
    struct Answer: Equatable {
        let status: HTTPResponse.Status
        let location: String?
        var text = ""

        static func seeOther(_ path: String) -> Answer { Answer(status: .seeOther, location: path) }

        static func == (one: Answer, other: Answer) -> Bool {
            one.status == other.status && one.location == other.location
        }
    }

    let client: any TestClientProtocol
    let cookie: String

    func get(_ path: String) async throws -> String { try await send(path, .get, nil).text }

    func status(_ path: String) async throws -> HTTPResponse.Status { try await send(path, .get, nil).status }

    func post(_ path: String, _ fields: [String: String]) async throws -> Answer {
        let page = try await get("/account")
        let notice = page.isEmpty ? try await get("/privacy/acknowledge") : page
        let token = notice.firstMatch(of: #/name="form_token" value="([0-9a-f]+)"/#).map { String($0.1) } ?? ""
        let pairs = fields.map { "\($0.key)=\($0.value)" } + ["form_token=\(token)"]
        return try await send(path, .post, pairs.joined(separator: "&"))
    }

    private func send(_ path: String, _ method: HTTPRequest.Method, _ body: String?) async throws -> Answer {
        var headers: HTTPFields = [.cookie: cookie, .acceptLanguage: "az"]
        if body != nil { headers[.contentType] = "application/x-www-form-urlencoded" }
        return try await client.execute(
            uri: path, method: method, headers: headers, body: body.map { ByteBuffer(string: $0) }
        ) { response in
            Answer(
                status: response.status, location: response.headers[.location], text: String(buffer: response.body))
        }
    }
}

extension String {
    fileprivate func components(between start: String, and end: String) -> String {
        guard let from = range(of: start)?.upperBound, let to = self[from...].range(of: end)?.lowerBound else {
            return ""
        }
        return String(self[from..<to])
    }
}
