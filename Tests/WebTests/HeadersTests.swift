import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import TestSupport
import Testing
import Web

/// What every answer says to the browser about itself, pages and errors alike.
struct HeadersTests {
    @Test(arguments: [
        ("/", 200), ("/sign-in", 200), ("/courses", 200), ("/courses/personal-data-security", 200), ("/help", 200),
        ("/verify/AAAA-AAAA-AAAA", 404), ("/nothing-here", 404), ("/me/certificates", 303), ("/healthz", 200),
        ("/favicon.ico", 301), ("/sign-out", 405),
    ])
    func `every answer carries the headers that keep a page safe`(path: String, status: Int) async throws {
        try await TestSite().visit(as: nil) { browser in
            let answer = try await browser.get(path)

            #expect(answer.status == status)
            #expect(Self.faults(of: answer) == [])
        }
    }

    @Test func `refused forms carry them as well`() async throws {
        try await TestSite().visit(as: nil) { browser in
            let expired = try await browser.post("/sign-in", token: "0000")
            let tooLarge = try await browser.post("/sign-in", [("user_name", String(repeating: "x", count: 300_000))])

            #expect(expired.status == 403)
            #expect(tooLarge.status == 413)
            #expect(Self.faults(of: expired) + Self.faults(of: tooLarge) == [])
        }
    }

    @Test func `the policy lets nothing run or load but our own files`() async throws {
        try await TestSite().visit(as: nil) { browser in
            let policy = try #require(try await browser.get("/").headers[.contentSecurityPolicy])
            let directives = policy.split(separator: ";").map { $0.trimmingPrefix { $0 == " " } }

            #expect(directives.contains("default-src 'none'"))
            #expect(directives.contains("script-src 'self'"))
            #expect(directives.contains("style-src 'self'"))
            #expect(directives.contains("frame-ancestors 'none'"))
            #expect(directives.contains("base-uri 'none'"))
            #expect(directives.contains("form-action 'self'"))
            #expect(!policy.contains("unsafe"))
            #expect(!policy.contains("http"))
        }
    }

    @Test(arguments: [
        ("10.0.0.0/8", "https", false), ("127.0.0.1", "https", true), ("127.0.0.1", "http", false),
        ("127.0.0.1", nil, false), ("", "https", false),
    ])
    func `only a trusted proxy makes a visit secure`(trusted: String, proto: String?, isSecure: Bool) async throws {
        var settings = Site.Settings()
        settings.trustedProxies = try TrustedProxies(trusted)
        try await TestSite(settings: settings).visit { client in
            let browser = Browser(client)
            if let proto { browser.headers[try #require(HTTPField.Name("X-Forwarded-Proto"))] = proto }
            let form = try await browser.get("/sign-in")
            let entry = try await browser.post(
                "/sign-in", [("user_name", "learner"), ("password", TestSite.password)])

            #expect((form.headers[.strictTransportSecurity] != nil) == isSecure)
            let cookies = form.headers[values: .setCookie] + entry.headers[values: .setCookie]
            #expect(cookies.count == 2)
            for cookie in cookies {
                #expect(cookie.contains("; Secure") == isSecure, "\(cookie)")
                #expect(cookie.contains("HttpOnly"), "\(cookie)")
                #expect(cookie.contains("SameSite=Lax"), "\(cookie)")
                #expect(cookie.contains("Path=/"), "\(cookie)")
                #expect(!cookie.contains("Domain="), "\(cookie)")
            }
        }
    }

    @Test func `an asset is kept for good under its own address and a page never`() async throws {
        try await TestSite().visit(as: nil) { browser in
            let page = try await browser.get("/")
            let address = try #require(page.text.firstMatch(of: #//assets/[^"]+\.css/#)).output
            let style = try await browser.get(String(address))

            #expect(page.headers[.cacheControl] == "no-store")
            #expect(style.status == 200)
            #expect(style.headers[.cacheControl]?.contains("immutable") == true)
            browser.headers[.ifNoneMatch] = style.headers[.eTag]
            #expect(try await browser.get(String(address)).status == 304)
        }
    }

    @Test func `HEAD answers like GET without the page`() async throws {
        try await TestSite().visit(as: nil) { browser in
            let head = try await browser.send(.head, "/courses")

            #expect(head.status == 200)
            #expect(head.bytes.isEmpty)
            #expect(Self.faults(of: head) == [])
        }
    }

    /// What an answer lacks; also asked of every answer in the access table.
    static func faults(of answer: Browser.Answer) -> [String] {
        var faults: [String] = []
        func expect(_ name: String, _ isRight: (String) -> Bool) {
            let value = HTTPField.Name(name).flatMap { answer.headers[$0] }
            if !(value.map(isRight) ?? false) { faults.append("\(name) is \(value ?? "missing")") }
        }
        expect("Content-Security-Policy") { $0.contains("frame-ancestors 'none'") && !$0.contains("unsafe-inline") }
        expect("X-Content-Type-Options") { $0 == "nosniff" }
        expect("Referrer-Policy") { ["same-origin", "no-referrer", "strict-origin"].contains($0) }
        if answer.isPage { expect("Cache-Control") { $0.contains("no-store") } }
        if answer.isPage { expect("Content-Language") { ["az", "en", "ru"].contains($0) } }
        return faults
    }
}
