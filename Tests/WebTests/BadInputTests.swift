import Assessment
import Competencies
import HTTPTypes
import Organization
import TestSupport
import Testing
import UseCases

/// Whatever is sent, the answer is a page that says what is wrong, never a fault of the server, and nothing is lost.
struct BadInputTests {
    @Test(arguments: [
        "/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/assets/../../bilik.sqlite", "/assets/%2e%2e%2fcore.yml",
        "/courses/%2e%2e/%2e%2e", "/courses/personal-data-security/files/..%2f..%2fframework.yml",
        "/courses/personal-data-security/files/%00.svg", "/courses/%00", "/courses/%ff%fe", "/courses/%",
        "/courses/%zz",
        "/verify/%00", "/verify/%ff", "/verify/" + String(repeating: "A", count: 5000), "/language/xx", "/language/%00",
        "/text/ru", "//evil.example", "/attempts/1", "/attempts/-1", "/attempts/99999999999999999999", "/attempts/0x10",
        "/attempts/1'%20OR%201=1", "/courses/a?b[]=c&%", "/sign-in?to=//evil.example", "/sign-in?to=%00",
        "/sign-in?to=%ff",
        "/verify?code=%00", "/verify?code=%ff", "/verify?code=" + String(repeating: "%C9%99", count: 2000), "/.env",
        "/\\",
        "/certifications/%2e%2e", "/" + String(repeating: "a/", count: 2000),
    ])
    func `no address breaks the server or leads out of it`(path: String) async throws {
        let site = try await TestSite()
        for name in [nil, "learner"] {
            try await site.visit(as: name) { browser in
                let answer = try await browser.get(path)

                #expect(answer.status < 500, "\(path)")
                #expect(!answer.text.contains("root:"))
                if let location = answer.location { #expect(location.hasPrefix("/") && !location.hasPrefix("//")) }
            }
        }
    }

    @Test(arguments: [
        "/sign-in", "/activate", "/account/password", "/account/language", "/practice/4.2", "/privacy/acknowledge",
        "/certifications/personal-data/start", "/second-factor", "/second-factor/set-up",
    ])
    func `a form that cannot be read gets a page saying so`(path: String) async throws {
        let site = try await TestSite()
        try await site.visit(as: "learner") { browser in
            let token = try #require(browser.formToken)
            let bodies: [[UInt8]] = [
                [], [0], [0xFF, 0xFE, 0xFD], Array("a=%".utf8), Array("a=%zz".utf8), Array("a=%ff".utf8),
                Array("a=%00".utf8),
                Array("&&&===&".utf8), Array("{\"json\": true}".utf8), Array("form_token".utf8),
                Array("form_token=\(token)&form_token=\(token)&language=xx&language=en&to=//evil.example".utf8),
                Array(String(repeating: "a=1&", count: 7000).utf8),
            ]
            for body in bodies {
                let answer = try await browser.send(
                    .post, path, body: body, contentType: "application/x-www-form-urlencoded")
                #expect(answer.status < 500, "\(String(decoding: body.prefix(40), as: UTF8.self))")
                if answer.status >= 400 { #expect(answer.isPage) }
            }
            for type in ["text/plain", "multipart/form-data", "multipart/form-data; boundary=x", "application/json"] {
                let answer = try await browser.send(.post, path, body: Array("--x\r\n".utf8), contentType: type)
                #expect((400..<500).contains(answer.status), "\(type)")
            }
        }
    }

    @Test func `a body that is too large is refused and named`() async throws {
        try await TestSite().visit(as: nil) { browser in
            let answer = try await browser.post("/sign-in", [("user_name", String(repeating: "ə", count: 200_000))])

            #expect(answer.status == 413)
            #expect(answer.isPage)
        }
    }

    @Test(arguments: [
        ("PUT", "/sign-in", "GET, HEAD, POST"), ("DELETE", "/courses", "GET, HEAD"), ("GET", "/sign-out", "POST"),
        ("POST", "/courses", "GET, HEAD"), ("PATCH", "/courses/personal-data-security", "GET, HEAD"),
        ("HEAD", "/practice/4.2", "POST"), ("OPTIONS", "/account", "GET, HEAD"), ("TRACE", "/", "GET, HEAD"),
        ("BREW", "/verify", "GET, HEAD"),
    ])
    func `a wrong method is named with those that work`(method: String, path: String, allowed: String) async throws {
        try await TestSite().visit(as: nil) { browser in
            let answer = try await browser.send(try #require(HTTPRequest.Method(rawValue: method)), path)

            #expect(answer.status == 405)
            #expect(answer.headers[.allow] == allowed)
            if method != "HEAD" { #expect(answer.isPage) }
        }
    }

    @Test func `a wrong method where nothing is finds nothing`() async throws {
        try await TestSite().visit(as: nil) { browser in
            let answer = try await browser.send(.delete, "/nothing-here")

            #expect(answer.status == 404)
            #expect(answer.headers[.allow] == nil)
        }
    }

    @Test(arguments: [
        "bilik_session=\(String(repeating: "x", count: 20_000))", "bilik_session=%00; bilik_visit=%ff", "=;;==; ;",
        "bilik_visit=\(String(repeating: "y", count: 20_000))", "bilik_language=ru\u{0}; bilik_text=<script>",
        "bilik_visit=\"><script>alert(1)</script>", "bilik_session=; bilik_session=; bilik_session=",
    ])
    func `no cookie breaks a page`(cookie: String) async throws {
        try await TestSite().visit(as: nil) { browser in
            browser.headers[.cookie] = cookie
            for path in ["/", "/sign-in", "/account", "/courses"] {
                let answer = try await browser.get(path)

                #expect(answer.status < 500)
                #expect(!answer.text.contains("<script>alert"))
            }
        }
    }

    private static let hostileTexts = [
        "\"><script>alert(1)</script>", "'; DROP TABLE person; --", "{{title}}{{{main}}}{{> layout}}",
        "[[sign-in.title]]",
        "%form-token%", "\u{202E}gnp.exe\u{0000}", "\u{FEFF}\u{200B}", "=cmd|'/C calc'!A0", "../../../etc/passwd",
        "İıĞğŞşƏə 🇦🇿 \u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}", "javascript:alert(1)", "\r\nSet-Cookie: a=b",
        String(repeating: "ə", count: 20_000), "&lt;b&gt; &amp; <b>",
    ]

    @Test(arguments: hostileTexts)
    func `hostile text in a field of a visitor is text`(text: String) async throws {
        try await TestSite().visit(as: nil) { browser in
            let forms: [(String, [(String, String)])] = [
                ("/sign-in", [("user_name", text), ("password", text), ("to", text)]),
                ("/activate", [("staff_number", text), ("code", text), ("password", text), ("password_again", text)]),
            ]
            for (path, fields) in forms {
                let answer = try await browser.post(path, fields)
                Self.expectHarmless(answer)
            }
            Self.expectHarmless(try await browser.get("/verify?code=\(Browser.escaped(text))"))
            Self.expectHarmless(try await browser.get("/verify/\(Browser.escaped(text))"))
            Self.expectHarmless(try await browser.get("/sign-in?to=\(Browser.escaped(text))"))
            Self.expectHarmless(try await browser.get("/\(Browser.escaped(text))"))
        }
    }

    @Test(arguments: hostileTexts)
    func `hostile text in a field of somebody signed in is text`(text: String) async throws {
        let site = try await TestSite()
        let attempt = try await site.bilik.startPrivate(
            .practice, in: CompetencyID("4.2"), by: site.world.learner.own, language: .az)
        try await site.visit(as: "learner") { browser in
            let fields = ["choice", "text", "number", "place-0", "match-0", "blank-1"].map { ($0, text) }
            Self.expectHarmless(try await browser.post("/attempts/\(attempt)/answers/1", fields))
            Self.expectHarmless(try await browser.get("/attempts/\(attempt)/answers/1"))
            Self.expectHarmless(
                try await browser.post("/account/password", [("old", text), ("new", text), ("new_again", text)]))
            Self.expectHarmless(try await browser.post("/account/language", [("language", text)]))
            Self.expectHarmless(try await browser.post("/privacy/acknowledge", [("digest", text), ("to", text)]))
            Self.expectHarmless(
                try await browser.post("/certifications/personal-data/start", [("language", text)]))
            #expect(try await browser.get("/account").status == 200)
        }
    }

    @Test func `a duplicate field counts once`() async throws {
        try await TestSite().visit(as: nil) { browser in
            let answer = try await browser.post(
                "/sign-in",
                [("user_name", "learner"), ("user_name", "admin"), ("password", TestSite.password), ("password", "x")])

            #expect(answer.status == 303)
            try await browser.acknowledgeNotice()
            #expect(try await browser.get("/account").text.contains("Aysel"))
        }
    }

    private static func expectHarmless(
        _ answer: Browser.Answer, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(answer.status < 500, sourceLocation: sourceLocation)
        #expect(!answer.text.contains("<script>alert"), sourceLocation: sourceLocation)
        #expect(!answer.text.contains("href=\"javascript:"), sourceLocation: sourceLocation)
        #expect(answer.headers[values: .setCookie].allSatisfy { !$0.hasPrefix("a=") }, sourceLocation: sourceLocation)
        if let location = answer.location {
            #expect(location.hasPrefix("/") && !location.hasPrefix("//"), sourceLocation: sourceLocation)
        }
    }
}
