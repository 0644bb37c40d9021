import AdaptiveTesting
import Assessment
import Competencies
import Courseware
import Organization
import Testing
import Training

struct ContentLoaderTests {
    private func content() throws -> Content {
        let (content, problems) = try SmallContent().load()
        #expect(problems.map(\.description) == [])
        return try #require(content)
    }

    @Test func `content without faults is read whole`() throws {
        let content = try content()

        #expect(content.courses.map(\.slug) == ["data-one", "data-two"])
        #expect(content.questions.count == 8)
        #expect(content.practiceQuestions(of: CompetencyID("4.2")).map(\.id.value).first == "4.2-001")
        #expect(content.examQuestions(of: CompetencyID("4.2")).map(\.id.value).last == "4.2-005")
        #expect(content.examQuestions(of: CompetencyID("4.1")).isEmpty)
        #expect(content.certification("data")?.exam.blueprint.length == 4)
        #expect(content.certification("data")?.exam.cut == nil)
        #expect(content.jobRole("clerk")?.needs[CompetencyID("4.2")] == Level(2))
        #expect(content.jobRole("clerk")?.path == ["data-one", "data-two"])
        // No certification requires 4.1, so nobody can be judged by it.
        #expect(content.examinedJobRoles.first?.needs == [CompetencyID("4.2"): Level(2)])
        #expect(content.certification(showing: CompetencyID("4.2"), at: Level(4))?.id == "data")
        #expect(content.certification(showing: CompetencyID("4.1"), at: Level(1)) == nil)
        #expect(content.framework.cuts(of: CompetencyID("4.2")) == [-1.5, 0, 1, 2.5])
        #expect(content.course("none") == nil)
    }

    @Test func `each level of a competency says what is seen there`() throws {
        let framework = try content().framework
        let devices = try #require(framework.competency(CompetencyID("4.1")))

        #expect(devices.levelStatements[Level(2)]?.map(\.en) == ["Guards.", "Updates."])
        #expect(devices.levelStatements.keys.sorted() == framework.levels.map(\.level))
        #expect(framework.level(after: nil) == Level(1))
        #expect(framework.level(after: Level(3)) == Level(4))
        #expect(framework.level(after: Level(4)) == nil)
    }

    @Test func `a lesson is text with checks between`() throws {
        let course = try #require(try content().course("data-one"))
        let lesson = try #require(course.lesson("01-begin"))

        #expect(lesson.number == 1)
        #expect(lesson.title == LocalizedText(az: "Başlanğıc", en: "Beginning"))
        #expect(lesson.checks == [QuestionID("4.2-001")])
        #expect(
            lesson.body[.az] == [
                .html(
                    """
                    <p>Salam. <a href="/courses/data-one/02-go-on">Növbəti</a> və \
                    <a href="/courses/data-two/01-only">ikinci kurs</a>.</p>
                    <p><img src="/courses/data-one/files/scheme.svg" alt="Sxem" width="321" height="200" loading="lazy"></p>

                    """),
                .check(QuestionID("4.2-001")),
                .html("<p>Son.</p>\n"),
            ])
        #expect(course.lesson(after: lesson)?.slug == "02-go-on")
    }

    @Test func `figures are served from memory by their names alone`() throws {
        let content = try content()

        #expect(content.figure("scheme.svg", of: "data-one")?.bytes.starts(with: "<?xml".utf8) == true)
        #expect(content.figure("../course.yml", of: "data-one") == nil)
        #expect(content.figure("scheme.svg", of: "data-two") == nil)
    }

    @Test func `every type of question is read`() throws {
        let questions = try content().questions
        func kind(_ id: String) throws -> Question.Kind { try #require(questions[QuestionID(id)]).kind }

        guard case .single(let choices) = try kind("4.2-001") else { throw Unexpected() }
        #expect(choices.map(\.isKey) == [true, false, false])
        #expect(choices[1].why == LocalizedText(az: "Yox.", en: "No."))
        guard case .multiple(let many) = try kind("4.2-002") else { throw Unexpected() }
        #expect(many.map(\.isKey) == [true, true, false, false])
        #expect(try kind("4.2-003") == .trueFalse(answer: false, why: LocalizedText(az: "Çünki.", en: "Because.")))
        #expect(try kind("4.2-004") == .text(accept: [.az: ["parol", "şifrə"], .en: ["password"]]))
        #expect(
            try kind("4.2-005") == .numeric(value: 30, tolerance: 0.5, unit: LocalizedText(az: "gün", en: "days")))
        #expect(try kind("4.2-006").shuffledCount == 3)
        #expect(try kind("4.2-007").shuffledCount == 3)
        guard case .fillIn(let blanks) = try kind("4.2-008") else { throw Unexpected() }
        #expect(blanks.map(\.accept) == [[.az: ["duz"], .en: ["salt"]], [.az: ["su"], .en: ["water"]]])
        #expect(questions[QuestionID("4.2-008")]?.stem.az == "<p>[[1]] və [[2]].</p>")
        #expect(questions[QuestionID("4.2-001")]?.stem.en == "<p>Which is <strong>right</strong>?</p>")
        #expect(questions[QuestionID("4.2-002")]?.exhibit?.body.en == "<p><strong>From:</strong> finance</p>")
    }

    @Test func `an item carries the author's judgement`() throws {
        let content = try content()
        let question = try #require(content.questions[QuestionID("4.2-002")])
        let item = try content.item(for: question)

        #expect(item.id.value == "4.2-002")
        #expect(item.parameters.difficulty == -1.5)
        #expect(item.parameters.discrimination == 1.2)
        #expect(item.parameters.guessing == 1.0 / 15)
        #expect(item.content == ContentTag(competency: "4.2", level: 1))
        #expect(item.group == "letter")
        #expect(content.difficultySD == 0.85)
    }

    @Test func `a version follows the content of a question and nothing else`() throws {
        func version(_ small: SmallContent) throws -> [String: String] {
            let content = try #require(try small.load().content)
            return Dictionary(uniqueKeysWithValues: content.questions.map { ($0.key.value, $0.value.version) })
        }
        let before = try version(SmallContent())
        let bank = "question-banks/4.2.yml"
        let sameWords = SmallContent().changing(
            "stem: {az: Doğrudur., en: It is so.}", to: "stem: {en: It is so., az: Doğrudur.}", in: bank)
        let newFeedback = SmallContent().changing("en: It is so.", to: "en: It is thus.", in: bank)
        let newExhibit = SmallContent().writing("**From:** payroll\n", to: "question-banks/exhibits/letter.en.md")

        #expect(before["4.2-003"] == "909f7a32d7fbe558")
        #expect(before["4.2-004"] == "ef38c12c2fc34424")
        #expect(try version(sameWords) == before)
        #expect(try version(newFeedback).filter { before[$0.key] != $0.value }.keys.sorted() == ["4.2-003"])
        #expect(try version(newExhibit).filter { before[$0.key] != $0.value }.keys.sorted() == ["4.2-002"])
    }

    @Test func `with exam banks, exam questions come from there alone`() throws {
        let secret = """
            competency: "4.2"
            questions:
            """
            + (1...4).map { number in
                """

                  - id: 4.2-00\(number + 1)
                    type: true-false
                    use: exam
                    level: 1
                    measures: 4.2.a
                    stem: {az: Gizli \(number)., en: Secret \(number).}
                    answer: true
                    why: {az: Çünki., en: Because.}
                    feedback: {az: Öyrənin., en: Learn.}
                """
            }.joined()
        let rules = "minimum: 1, maximum: 2"
        let small = SmallContent().writing(secret, to: "secret/4.2.yml")
            .changing(rules, to: "minimum: 1, maximum: 4", in: "courses/certifications.yml")
        let (found, problems) = try small.load(examBanks: "secret")
        let content = try #require(found, "\(problems)")

        #expect(content.examQuestions(of: CompetencyID("4.2")).map(\.stem.en).allSatisfy { $0.contains("Secret") })
        #expect(content.examQuestions(of: CompetencyID("4.2")).count == 4)
        #expect(content.practiceQuestions(of: CompetencyID("4.2")).count == 4)

        let taken = small.changing("id: 4.2-002", to: "id: 4.2-001", in: "secret/4.2.yml")
        #expect(try taken.load(examBanks: "secret").problems.contains { $0.message.contains("4.2-001 stands twice") })
    }

    @Test func `markup in plain texts stays what it is`() throws {
        let small = SmallContent()
            .changing("az: Birinci", to: "az: <script>alert(1)</script>", in: "courses/data-one/course.yml")
            .changing("{az: bir, en: one}", to: "{az: \"<b>bir\", en: one}", in: "question-banks/4.2.yml")
        let content = try #require(try small.load().content)

        #expect(content.course("data-one")?.title.az == "<script>alert(1)</script>")
        guard case .ordering(let things) = content.questions[QuestionID("4.2-006")]?.kind else { throw Unexpected() }
        #expect(things[0].az == "<b>bir")
    }

    @Test func `missing folders are named`() {
        let (content, problems) = ContentLoader.load(
            ContentFolders(courses: "/nowhere/courses", questionBanks: "/nowhere/question-banks"))

        #expect(content == nil)
        #expect(problems.map(\.file) == ["courses", "question-banks"])
    }
}

struct Unexpected: Error {}
