import Foundation
import TestSupport
import Testing
import UseCases

/// Outside the demo a password alone opens nothing to the Electronic Controller and the administrator.
struct SecondFactorTests {
    @Test(arguments: [
        ("learner", false), ("hr", false), ("reporter", false), ("author", false), ("controller", true),
        ("admin", true),
    ])
    func `controller and administrator need a second factor`(name: String, isNeeded: Bool) async throws {
        try await TestSite(rules: .init()).visit { client in
            let browser = Browser(client)
            let answer = try await Self.password(browser, name)

            #expect(answer.location == (isNeeded ? "/second-factor?to=%2F" : "/"))
            let page = try await browser.get("/me/looks").location
            #expect(page?.hasPrefix(isNeeded ? "/second-factor" : "/privacy/acknowledge") == true)
        }
    }

    @Test func `half a sign-in opens no page and no form`() async throws {
        try await TestSite(rules: .init()).visit { client in
            let browser = Browser(client)
            _ = try await Self.password(browser, "admin")
            _ = try await browser.get("/second-factor")

            #expect(try await browser.get("/account").location == "/second-factor")
            let form = try await browser.post("/account/language", [("language", "ru")])
            #expect(form.location == "/second-factor")
            #expect(try await !browser.get("/").text.contains("Orxan"))
        }
    }

    @Test func `it is set up with a code of the app and asked for from then on`() async throws {
        let site = try await TestSite(rules: .init())
        try await site.visit { client in
            let browser = Browser(client)
            let (app, codes) = try await Self.setUp(browser, site)
            #expect(codes.count == RecoveryCode.setSize)
            try await browser.acknowledgeNotice()
            #expect(try await browser.get("/account").status == 200)

            site.world.clock.advance(minutes: 5)
            let again = Browser(client)
            _ = try await Self.password(again, "admin")
            #expect(try await !again.get("/second-factor").text.contains("name=\"secret\""))
            let other = try #require(TimeBasedCode(secret: [UInt8](repeating: 7, count: 20)))
            let setUpAgain = try await again.post(
                "/second-factor/set-up", [("secret", other.base32), ("code", Self.code(other, site))])
            #expect(setUpAgain.status == 404)
            #expect(try await again.post("/second-factor", [("code", Self.code(other, site))]).status == 422)
            site.world.clock.advance(seconds: 1)
            let right = try await again.post("/second-factor", [("code", Self.code(app, site)), ("to", "/account")])
            #expect(right.location == "/account")
            #expect(try await again.get("/account").status == 200)
        }
    }

    @Test func `a wrong code while setting up sets nothing up`() async throws {
        let site = try await TestSite(rules: .init())
        try await site.visit { client in
            let browser = Browser(client)
            _ = try await Self.password(browser, "admin")
            let secret = try #require(try await browser.get("/second-factor").field("secret"))
            let wrong = try await browser.post("/second-factor/set-up", [("secret", secret), ("code", "12345")])
            #expect(wrong.status == 422)
            #expect(wrong.field("secret") == secret)
            #expect(try await browser.get("/account").location == "/second-factor")
        }
    }

    @Test func `a code opens one session and no second one`() async throws {
        let site = try await TestSite(rules: .init())
        try await site.visit { client in
            let (app, _) = try await Self.setUp(Browser(client), site)
            site.world.clock.advance(minutes: 5)
            let (one, other) = (Browser(client), Browser(client))
            _ = try await Self.password(one, "admin")
            _ = try await Self.password(other, "admin")
            let code = Self.code(app, site)

            #expect(try await one.post("/second-factor", [("code", code)]).status == 303)
            #expect(try await other.post("/second-factor", [("code", code)]).status == 422)
        }
    }

    @Test func `a recovery code works once`() async throws {
        let site = try await TestSite(rules: .init())
        try await site.visit { client in
            let (_, codes) = try await Self.setUp(Browser(client), site)
            let code = try #require(codes.first)
            for status in [303, 422] {
                site.world.clock.advance(minutes: 5)
                let browser = Browser(client)
                _ = try await Self.password(browser, "admin")
                #expect(try await browser.post("/second-factor", [("code", code.lowercased())]).status == status)
            }
        }
    }

    @Test func `wrong codes slow the account down, also across new passwords entered`() async throws {
        let site = try await TestSite(rules: .init())
        try await site.visit { client in
            let (app, _) = try await Self.setUp(Browser(client), site)
            site.world.clock.advance(minutes: 5)
            let browser = Browser(client)
            _ = try await Self.password(browser, "admin")
            for wait in [1, 2, 4] {
                #expect(try await browser.post("/second-factor", [("code", "12345")]).status == 422)
                let early = try await browser.post("/second-factor", [("code", Self.code(app, site))])
                #expect(early.status == 422)
                site.world.clock.advance(seconds: Double(wait))
                // The right password does not wipe out failures of the second factor.
                #expect(try await Self.password(browser, "admin").status == 303)
            }
            #expect(try await browser.post("/second-factor", [("code", Self.code(app, site))]).status == 303)
        }
    }

    @Test func `the token before the second factor is worth nothing after it`() async throws {
        let site = try await TestSite(rules: .init())
        try await site.visit { client in
            let browser = Browser(client)
            _ = try await Self.password(browser, "admin")
            let half = browser.cookies
            let secret = try #require(try await browser.get("/second-factor").field("secret"))
            let app = try #require(TimeBasedCode(base32: secret))
            _ = try await browser.post("/second-factor/set-up", [("secret", secret), ("code", Self.code(app, site))])

            #expect(browser.cookies["bilik_session"] != half["bilik_session"])
            browser.cookies = half
            #expect(try await browser.get("/account").asksToSignIn)
        }
    }

    private static func password(_ browser: Browser, _ name: String) async throws -> Browser.Answer {
        browser.cookies = [:]
        _ = try await browser.get("/sign-in")
        return try await browser.post("/sign-in", [("user_name", name), ("password", TestSite.password), ("to", "/")])
    }

    private static func setUp(
        _ browser: Browser, _ site: TestSite
    ) async throws -> (app: TimeBasedCode, recovery: [String]) {
        _ = try await password(browser, "admin")
        let secret = try #require(try await browser.get("/second-factor").field("secret"))
        let app = try #require(TimeBasedCode(base32: secret))
        let page = try await browser.post(
            "/second-factor/set-up", [("secret", secret), ("code", code(app, site)), ("to", "/")])
        #expect(page.status == 200)
        return (app, page.text.matches(of: #/<code>([^<]+)<\/code>/#).map { String($0.1) })
    }

    private static func code(_ app: TimeBasedCode, _ site: TestSite) -> String {
        app.code(atStep: TimeBasedCode.step(atSecondsSince1970: Int(site.world.clock.now.timeIntervalSince1970)))
    }
}
