import Assessment
import Competencies
import Courseware
import Foundation
import HTTPTypes
import Organization
import Storage
import TestSupport
import Testing
import Training
import UseCases

/// A civil servant from the first page to the certificate, and what happens when something goes wrong on the way.
struct LearnerJourneyTests {
    @Test func `an open course is read without an account`() async throws {
        let site = try await TestSite()
        let (course, lesson) = try Self.lesson(in: site.world)
        try await site.visit(as: nil) { browser in
            #expect(try await browser.get("/courses").text.contains("/courses/\(course.slug)"))
            let page = try await browser.get("/courses/\(course.slug)/\(lesson.slug)")
            #expect(page.status == 200)
            #expect(!page.text.contains("/finish\""))
            let check = try await browser.post(
                "\(Self.path(course, lesson))/checks/\(try #require(lesson.checks.first))",
                try Self.rightFields(lesson.checks[0], in: site.world))
            #expect(check.status == 200)
            #expect(check.text.contains("role=\"status\""))
            #expect(try await browser.post("\(Self.path(course, lesson))/finish").asksToSignIn)
        }
    }

    @Test func `the privacy notice comes first and is asked once`() async throws {
        try await TestSite().visit { client in
            let browser = Browser(client)
            _ = try await browser.post("/sign-in", [("user_name", "learner"), ("password", TestSite.password)])
            for path in ["/", "/account", "/me/competencies"] {
                #expect(try await browser.get(path).location?.hasPrefix("/privacy/acknowledge?to=") == true)
            }
            #expect(try await browser.get("/privacy").status == 200)
            _ = try await browser.post("/privacy/acknowledge", [("digest", "of another text"), ("to", "/")])
            #expect(try await browser.get("/account").location?.hasPrefix("/privacy/acknowledge") == true)
            try await browser.acknowledgeNotice()
            #expect(try await browser.get("/account").status == 200)

            let later = Browser(client)
            _ = try await later.post("/sign-in", [("user_name", "learner"), ("password", TestSite.password)])
            #expect(try await later.get("/").status == 200)
        }
    }

    @Test(arguments: [nil, "learner"])
    func `a self-check that was filled in half comes back as it was filled in`(visitor: String?) async throws {
        let site = try await TestSite()
        let question = try #require(
            site.world.content.practiceQuestions(of: CompetencyID("4.2")).first {
                if case .matching = $0.kind { true } else { false }
            })
        let course = try #require(
            site.world.content.courses.first { $0.lessons.contains { $0.checks.contains(question.id) } })
        let lesson = try #require(course.lessons.first { $0.checks.contains(question.id) })
        try await site.visit(as: visitor) { browser async throws in
            let half = try await browser.post(
                "\(Self.path(course, lesson))/checks/\(question.id)", [("match-0", "1")])
            #expect(half.status == 422)
            #expect(half.text.contains("<option value=\"1\" selected>"))
            #expect(half.text.contains("role=\"alert\""))
        }
    }

    @Test func `a lesson is finished once its self-check is answered, and a course with its last lesson`() async throws
    {
        let site = try await TestSite()
        let course = try Self.lesson(in: site.world).0
        try await site.visit(as: "learner") { browser async throws in
            for lesson in course.lessons {
                let path = Self.path(course, lesson)
                if !lesson.checks.isEmpty {
                    let early = try await browser.post("\(path)/finish")
                    #expect(early.location == "\(path)?unanswered=1#finish")
                }
                for check in lesson.checks {
                    let empty = try await browser.post("\(path)/checks/\(check)")
                    #expect(empty.status == 422)
                    let fields = try Self.rightFields(check, in: site.world)
                    #expect(try await browser.post("\(path)/checks/\(check)", fields).status == 303)
                }
                let finished = try await browser.post("\(path)/finish")
                let next = course.lesson(after: lesson).map { Self.path(course, $0) } ?? "/courses/\(course.slug)"
                #expect(finished.location == next)
                #expect(try await browser.post("\(path)/finish").status == 303)
            }
        }
        let progress = try await site.world.database.read {
            try $0.progress(of: site.world.learner.person, in: course.slug)
        }
        #expect(progress?.finishedDay == SmallWorld.start)
        #expect(progress?.finishedLessons.count == course.lessons.count)
    }

    @Test func `practice explains each answer, ends by itself and goes on where it stood`() async throws {
        let site = try await TestSite()
        try await site.visit(as: "learner") { browser async throws in
            let start = try await browser.post("/practice/4.2")
            let path = try #require(start.location)
            #expect(try await browser.post("/practice/4.2").location == path, "the open attempt goes on")
            let id = try #require(AttemptID(path.split(separator: "/").last.map(String.init) ?? ""))
            var asked = 0
            while let shown = try await Self.table(site, id) {
                asked += 1
                try #require(asked < 60)
                #expect(try await browser.get(path).text.contains("/answers/\(shown.response.position)\""))
                let answer = try await browser.post(
                    "\(path)/answers/\(shown.response.position)",
                    asked.isMultiple(of: 3) ? shown.wrongFields : shown.rightFields)
                let feedback = try await browser.get(try #require(answer.location))
                #expect(feedback.status == 200)
                if asked == 1 {
                    // Another browser window, a restarted server: the attempt stands where it stood.
                    #expect(try await browser.get(path).text.contains("/answers/2\""))
                }
            }
            let result = try await browser.get("\(path)/result")
            #expect(result.status == 200)
            #expect(result.text.contains("<svg class=\"ruler\""))
            #expect(try await browser.get("/me/competencies").text.contains("\(path)/result"))
        }
        #expect(try await site.world.database.read { try $0.privateStates(of: site.world.learner.own) }.count == 1)
        let certified = try await site.world.database.read {
            try $0.certifiedStates(of: site.world.learner.person, on: $0.today)
        }
        #expect(certified.isEmpty)
    }

    @Test func `the competencies page says what the next level asks, and nothing above the highest`() async throws {
        let site = try await TestSite()
        let competency = CompetencyID("4.2")
        let framework = site.world.content.framework
        func asks(_ level: Int) throws -> String {
            try #require(framework.competency(competency)?.levelStatements[Level(level)]?.first?.az)
        }
        func page() async throws -> String {
            try await site.visit(as: "learner") { try await $0.get("/me/competencies").text }
        }
        let learner = site.world.learner.person

        #expect(try await page().contains(try asks(1)))
        // What practice has shown counts too: the page is the person's alone.
        try await site.world.on { try $0.practise(competency, by: learner, ability: 0.5, standardError: 0.3) }
        let practised = try await page()
        #expect(practised.contains(try asks(3)))
        #expect(!practised.contains(try asks(1)))
        let certification = try site.world.certification()
        try await site.world.on {
            try $0.certify(learner, in: competency, by: certification, ability: 2.6, standardError: 0.1)
        }
        let highest = try await page()
        for level in 1...4 { #expect(!highest.contains(try asks(level))) }
    }

    @Test func `an exam that is passed leads to a certificate that anybody can verify`() async throws {
        let site = try await TestSite()
        try await site.visit { client async throws in
            let browser = Browser(client)
            try await browser.signIn("learner")
            let path = try await Self.startExam(browser)
            let id = try #require(AttemptID(path.split(separator: "/").last.map(String.init) ?? ""))
            while let shown = try await Self.table(site, id) {
                let position = shown.response.position
                #expect(try await browser.get("\(path)/answers/\(position)").location == path)
                let fields = shown.rightFields
                let answer = try await browser.post("\(path)/answers/\(position)", fields)
                #expect(answer.status == 303)
                // Sent twice: the same answer changes nothing.
                #expect(try await browser.post("\(path)/answers/\(position)", fields).location == answer.location)
                // Nothing tells whether an answer of an exam was right.
                #expect(try await browser.get("\(path)/answers/\(position)").status == 404)
            }
            let result = try await browser.get("\(path)/result")
            let code = try #require(result.text.firstMatch(of: #/\/me\/certificates\/([0-9A-Z-]+)/#)).1
            #expect(try await browser.get("/me/certificates/\(code)").text.contains(site.world.learner.name.full))
            let file = try await browser.get("/me/certificates/\(code)/pdf")
            #expect(file.headers[.contentType] == "application/pdf")
            #expect(file.text.hasPrefix("%PDF-"))

            let anybody = Browser(client)
            let verified = try await anybody.get("/verify/\(code)")
            #expect(verified.status == 200)
            #expect(verified.text.contains(site.world.learner.name.full))
            #expect(try await anybody.get("/verify?code=\(code.lowercased())").location == "/verify/\(code)")
            #expect(try await anybody.get("/me/certificates/\(code)").asksToSignIn)
            let colleague = Browser(client)
            try await colleague.signIn("hr")
            #expect(try await colleague.get("/me/certificates/\(code)").status == 404)
            #expect(try await colleague.get("/me/certificates/\(code)/pdf").status == 404)
        }
        #expect(try await Self.certificates(site).count == 1)
    }

    @Test func `an answer cannot be changed, nor given out of its turn`() async throws {
        let site = try await TestSite()
        try await site.visit(as: "learner") { browser async throws in
            let path = try await Self.startExam(browser)
            let id = try #require(AttemptID(path.split(separator: "/").last.map(String.init) ?? ""))
            let first = try #require(try await Self.table(site, id))
            #expect(try await browser.post("\(path)/answers/2", first.rightFields).status == 404)
            let none = try await browser.post("\(path)/answers/1")
            #expect(none.status == 422)
            #expect(none.text.contains("\(path)/answers/1\""), "the question is asked again")
            _ = try await browser.post("\(path)/answers/1", first.wrongFields)
            let second = try await browser.post("\(path)/answers/1", first.rightFields)
            #expect(second.location == path)
            let stored = try await site.world.database.read { try $0.responses(of: id) }
            #expect(stored.count == 2)
            #expect(stored[0].answer?.isRight == false)
            #expect(stored[1].answer == nil)
        }
    }

    @Test func `another person's attempt is not there`() async throws {
        let site = try await TestSite()
        let attempt = try await site.bilik.startExam(
            for: site.world.certification(), by: site.world.learner.own, language: .az)
        let shown = try #require(try await Self.table(site, attempt))
        for name in ["hr", "controller", "author", "admin"] {
            try await site.visit(as: name) { browser async throws in
                #expect(try await browser.get("/attempts/\(attempt)").status == 404)
                #expect(try await browser.get("/attempts/\(attempt)/result").status == 404)
                #expect(try await browser.get("/attempts/\(attempt)/answers/1").status == 404)
                #expect(try await browser.post("/attempts/\(attempt)/answers/1", shown.rightFields).status == 404)
                #expect(try await browser.post("/attempts/\(attempt)/hand-in").status == 404)
            }
        }
        #expect(try await Self.table(site, attempt)?.response.answer == nil)
    }

    @Test func `when time is up the exam closes without anybody asking`() async throws {
        let site = try await TestSite()
        try await site.visit(as: "learner") { browser in
            let path = try await Self.startExam(browser)
            site.world.clock.advance(minutes: 39)
            #expect(try await site.bilik.closeOverdueAttempts() == 0)
            site.world.clock.advance(minutes: 1)
            #expect(try await site.bilik.closeOverdueAttempts() == 1)
            #expect(try await browser.get(path).location == "\(path)/result")
            #expect(try await browser.get("\(path)/result").status == 200)
        }
    }

    @Test func `when time is up question and result do not send the browser back and forth`() async throws {
        let site = try await TestSite()
        try await site.visit(as: "learner") { browser in
            let path = try await Self.startExam(browser)
            let id = try #require(AttemptID(path.split(separator: "/").last.map(String.init) ?? ""))
            let shown = try #require(try await Self.table(site, id))
            site.world.clock.advance(minutes: 41)
            #expect(try await browser.post("\(path)/answers/1", shown.rightFields).location == "\(path)/result")
            var address = path
            for _ in 1...3 {
                guard let next = try await browser.get(address).location else { break }
                address = next
            }
            #expect(address == "\(path)/result")
            #expect(try await browser.get(address).status == 200)
            let stored = try await site.world.database.read { try $0.responses(of: id) }
            #expect(stored.allSatisfy { $0.answer == nil }, "an answer that came too late is not kept")
        }
    }

    @Test func `extra time belongs to the person`() async throws {
        let site = try await TestSite()
        try await site.world.on { try $0.setExtraTime(of: site.world.learner.person, percent: 50) }
        try await site.visit(as: "learner") { browser in
            _ = try await Self.startExam(browser)
            site.world.clock.advance(minutes: 59)
            #expect(try await site.bilik.closeOverdueAttempts() == 0)
            site.world.clock.advance(minutes: 1)
            #expect(try await site.bilik.closeOverdueAttempts() == 1)
        }
    }

    @Test func `too few answers leave an exam unfinished, which counts as a sitting unless a fault is recorded`()
        async throws
    {
        let site = try await TestSite()
        try await site.visit(as: "learner") { browser in
            let path = try await Self.startExam(browser)
            let id = try #require(AttemptID(path.split(separator: "/").last.map(String.init) ?? ""))
            let shown = try #require(try await Self.table(site, id))
            _ = try await browser.post("\(path)/answers/1", shown.rightFields)
            let second = try #require(try await Self.table(site, id))
            #expect(try await browser.post("\(path)/hand-in").location == "\(path)/result")
            #expect(try await browser.post("\(path)/hand-in").location == "\(path)/result")
            #expect(try await browser.post("\(path)/answers/2", second.rightFields).location == "\(path)/result")
            let closed = try await site.world.database.read { try $0.attempt(id) }
            #expect(closed?.closing?.outcome == .unfinished)

            let early = try await browser.post("/certifications/personal-data/start", [("language", "az")])
            #expect(early.location == "/certifications/personal-data")
            try await site.world.on { try $0.recordFault("power cut", of: id) }
            #expect(try await Self.startExam(browser) != path)
        }
    }

    @Test func `an exam that is failed may be sat again after the wait and not before`() async throws {
        let site = try await TestSite()
        try await site.visit { client in
            let browser = Browser(client)
            try await browser.signIn("learner")
            let path = try await Self.startExam(browser)
            let id = try #require(AttemptID(path.split(separator: "/").last.map(String.init) ?? ""))
            while let shown = try await Self.table(site, id) {
                _ = try await browser.post("\(path)/answers/\(shown.response.position)", shown.wrongFields)
            }
            #expect(try await site.world.database.read { try $0.attempt(id) }?.closing?.outcome == .failed)
            #expect(try await !browser.get("\(path)/result").text.contains("/me/certificates/"))
            site.world.clock.advance(days: 13)
            let early = Browser(client)
            try await early.signIn("learner")
            #expect(
                try await early.post("/certifications/personal-data/start", [("language", "az")]).location
                    == "/certifications/personal-data")
            #expect(try await !early.get("/certifications/personal-data").text.contains("/start\""))
            site.world.clock.advance(days: 1)
            let due = Browser(client)
            try await due.signIn("learner")
            #expect(try await Self.startExam(due) != path)
        }
        #expect(try await Self.certificates(site).isEmpty)
    }

    @Test func `a reader of the Russian pages gets the text in Azerbaijani, marked as such, or in English`()
        async throws
    {
        let site = try await TestSite()
        let (course, lesson) = try Self.lesson(in: site.world)
        try await site.visit(as: nil) { browser in
            #expect(try await browser.get("/language/ru?to=/courses").location == "/courses")
            let path = Self.path(course, lesson)
            let page = try await browser.get(path)
            #expect(page.text.contains("<html lang=\"ru\">"))
            #expect(page.headers[.contentLanguage] == "ru")
            #expect(page.text.contains("<h1 lang=\"az\">\(lesson.title[.az])"))
            #expect(page.text.contains("class=\"foreign\""))
            #expect(page.text.contains("/text/en?to="))
            _ = try await browser.get("/text/en?to=\(path)")
            let english = try await browser.get(path)
            #expect(english.text.contains("<h1 lang=\"en\">\(lesson.title[.en])"))
            #expect(english.text.contains("/text/az?to="))
        }
    }

    private static func lesson(in world: SmallWorld) throws -> (Course, Lesson) {
        let course = try found(world.content.courses.first { $0.isOpen })
        return (course, try found(course.lessons.first { !$0.checks.isEmpty }))
    }

    private static func path(_ course: Course, _ lesson: Lesson) -> String { "/courses/\(course.slug)/\(lesson.slug)" }

    /// The right answer to a self-check, whose order of choices is the same for everybody; read off the shown form.
    private static func rightFields(_ id: QuestionID, in world: SmallWorld) throws -> [(String, String)] {
        let question = try found(world.content.question(id))
        // Any answer that can be read finishes a self-check: the place of a choice does not matter here.
        return question.rightAnswer(in: .az).fields(shuffle: Array(0..<question.kind.shuffledCount))
    }

    private static func startExam(_ browser: Browser) async throws -> String {
        let answer = try await browser.post("/certifications/personal-data/start", [("language", "az")])
        return try #require(answer.location.flatMap { $0.hasPrefix("/attempts/") ? $0 : nil })
    }

    /// The question on the learner's table; nothing once the attempt is over.
    private static func table(_ site: TestSite, _ id: AttemptID) async throws -> ShownQuestion? {
        try await site.world.database.read { connection in
            guard let attempt = try connection.attempt(id), attempt.isOpen else { return nil }
            return try connection.current(of: attempt)
        }
    }

    private static func certificates(_ site: TestSite) async throws -> [Certificate] {
        try await site.world.database.read { try $0.certificates(of: site.world.learner.person) }
    }
}
