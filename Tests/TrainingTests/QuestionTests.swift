import Competencies
import Organization
import Testing
import Training

@Suite struct QuestionTests {
    @Test(
        arguments: [
            (.choices([1]), true), (.choices([0]), false), (.choices([0, 1]), false), (.truth(true), false),
        ] as [(Answer, Bool)])
    func `single is right when the key is chosen`(answer: Answer, isRight: Bool) {
        #expect(judged(.single(choices("-+--")), answer) == isRight)
    }

    @Test(
        arguments: [
            (.choices([0, 2]), true), (.choices([0]), false), (.choices([0, 1, 2]), false), (.choices([]), false),
        ] as [(Answer, Bool)])
    func `multiple is right when exactly the keys are chosen`(answer: Answer, isRight: Bool) {
        #expect(judged(.multiple(choices("+-+-")), answer) == isRight)
    }

    @Test(arguments: [("30", true), ("30.4", true), ("29.5", true), ("30.6", false), ("-30", false)])
    func `numeric is right within its tolerance`(typed: String, isRight: Bool) throws {
        let answer = Answer.number(try #require(Double(typed)))
        #expect(judged(.numeric(value: 30, tolerance: 0.5, unit: nil), answer) == isRight)
    }

    @Test(arguments: [("parol", true), ("PAROL", true), ("parola", false), ("password", false)])
    func `text is compared in the language of the attempt`(typed: String, isRight: Bool) {
        #expect(judged(.text(accept: [.az: ["Parol"], .en: ["password"]]), .text(typed)) == isRight)
    }

    @Test func `ordering, matching and blanks are all or nothing`() {
        let things = ["a", "b", "c"].map { LocalizedText(az: $0, en: $0) }
        #expect(judged(.ordering(things), .order([0, 1, 2])))
        #expect(!judged(.ordering(things), .order([0, 2, 1])))
        let pairs = things.map { Question.Pair(left: $0, right: $0) }
        #expect(judged(.matching(pairs), .matches([0, 1, 2])))
        #expect(!judged(.matching(pairs), .matches([0, 1, 1])))
        let blanks = ["x", "y"].map { Question.Blank(accept: [.az: [$0]]) }
        #expect(judged(.fillIn(blanks), .blanks(["X", "y"])))
        #expect(!judged(.fillIn(blanks), .blanks(["x"])))
        #expect(!judged(.fillIn(blanks), .blanks(["y", "x"])))
    }

    @Test(
        arguments: [
            (.single(choices("+---")), 0.25), (.trueFalse(answer: true, why: LocalizedText(az: "", en: "")), 0.5),
            (.multiple(choices("++--")), 1.0 / 15), (.text(accept: [:]), 0),
            (.ordering(["a", "b", "c"].map { LocalizedText(az: $0, en: $0) }), 1.0 / 6),
            (.numeric(value: 1, tolerance: 0, unit: nil), 0), (.fillIn([]), 0),
        ] as [(Question.Kind, Double)])
    func `guessing is the chance of a blind answer`(kind: Question.Kind, chance: Double) {
        #expect(abs(kind.guessing - chance) < 1e-12)
    }

    @Test(
        arguments: [
            .choices([3, 1]), .truth(true), .truth(false), .text("bir: iki, üç"), .text(""), .number(-3.5),
            .order([2, 0, 1]), .matches([1, 1]), .blanks(["ə, b", "", "c:d"]),
        ] as [Answer])
    func `an answer is read back as it was stored`(answer: Answer) {
        #expect(Answer(answer.description) == answer)
    }

    @Test(arguments: ["", "choices", "colour:1", "truth:perhaps", "number:x"])
    func `refuses stored text that is no answer`(text: String) {
        #expect(Answer(text) == nil)
    }

    private func judged(_ kind: Question.Kind, _ answer: Answer) -> Bool {
        let text = LocalizedText(az: "", en: "")
        let question = Question(
            id: QuestionID("4.2-001"), version: "v", competency: CompetencyID("4.2"), use: .practice, level: Level(1),
            measures: "4.2.a", stem: text, kind: kind, feedback: text, exhibit: nil, source: nil)
        return question.isRight(answer, in: .az, fold: { $0.lowercased() })
    }
}

/// Choices by their signs: `+` is a key.
private func choices(_ signs: String) -> [Question.Choice] {
    signs.map { Question.Choice(text: LocalizedText(az: "a", en: "a"), isKey: $0 == "+", why: nil) }
}
