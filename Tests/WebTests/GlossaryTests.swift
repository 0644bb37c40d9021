import Courseware
import Organization
import TestSupport
import Testing
import Training
import Web

struct GlossaryTests {
    @Test func `anybody looks a term up by its letter or by a search without the letters of the keyboard`() async throws
    {
        let site = try await TestSite()
        let glossary = site.world.content.glossary
        #expect(glossary.terms.count >= 250)
        try await site.visit(as: nil) { browser in
            let all = try await browser.get("/glossary")
            #expect(all.status == 200)
            for term in glossary.terms { #expect(all.text.contains("href=\"/glossary/\(term.id)\"")) }
            #expect(all.text.contains("href=\"#letter-1\"") && all.text.contains("id=\"letter-1\""))

            let found = try await browser.get("/glossary?q=tehlukesizlik")
            #expect(found.text.contains("href=\"/glossary/information-security\""))
            #expect(!found.text.contains("href=\"/glossary/spreadsheet\""))
            #expect(
                try await browser.get("/glossary?q=%D0%BF%D0%BE%D0%B4%D0%BF%D0%B8%D1%81%D1%8C").text.contains(
                    "/e-signature\""))
            let none = try await browser.get("/glossary?q=%3Cb%3Exyzzy")
            #expect(none.status == 200)
            #expect(none.text.contains("value=\"&lt;b&gt;xyzzy\"") && !none.text.contains("<dt>"))
        }
    }

    @Test func `a term shows its names and what it means`() async throws {
        let site = try await TestSite()
        let term = try #require(site.world.content.glossary.term("e-signature"))
        try await site.visit(as: nil) { browser in
            let page = try await browser.get("/glossary/e-signature")
            #expect(page.status == 200)
            for name in [term.name.az, term.name.en, term.name.ru, term.explanation.az] {
                #expect(page.text.contains(name))
            }
            #expect(try await browser.get("/glossary/no-such-term").status == 404)
        }
    }

    @Test func `lessons lead to terms that there are`() async throws {
        let site = try await TestSite()
        let content = site.world.content
        var links = 0
        for course in content.courses {
            for lesson in course.lessons {
                for case .html(let html) in lesson.body.values.joined() {
                    for link in html.matches(of: #/href="\/glossary\/([^"]+)"/#) {
                        links += 1
                        #expect(content.glossary.term(String(link.output.1)) != nil)
                    }
                }
            }
        }
        #expect(links > 0)
    }
}
