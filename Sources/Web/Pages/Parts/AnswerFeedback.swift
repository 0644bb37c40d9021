import Mustache
import Organization
import Training

/// What is said about an answer in practice and in a lesson's self-check.
struct AnswerFeedback: Hashable, Sendable {
    let isRight: Bool
    let verdict: String
    /// HTML: why the wrong choices that were taken are wrong.
    let whys: [String]
    /// The right answer in words, where the answer was wrong.
    let key: [String]
    /// HTML.
    let lesson: String
    let language: String

    init(_ question: Question, answer: Answer?, isRight: Bool, in language: ContentLanguage, words: Words) {
        self.isRight = isRight
        verdict = isRight ? words["feedback.right"] : words["feedback.wrong"]
        lesson = question.feedback[language]
        self.language = language.rawValue
        guard !isRight else {
            whys = []
            key = []
            return
        }
        switch (question.kind, answer) {
        case (.single(let choices), .choices(let chosen)), (.multiple(let choices), .choices(let chosen)):
            whys = chosen.sorted().compactMap { choices.indices.contains($0) ? choices[$0].why?[language] : nil }
        case (.trueFalse(_, let why), _): whys = [why[language]]
        default: whys = []
        }
        key =
            switch question.kind {
            case .single(let choices), .multiple(let choices): choices.filter(\.isKey).map { $0.text[language] }
            case .trueFalse(let answer, _): [answer ? words["question.true"] : words["question.false"]]
            case .text(let accept): [HTML.escaped(accept[language]?.first ?? "")]
            case .numeric(let value, _, let unit):
                [HTML.escaped([Self.plain(value), unit?[language]].compactMap { $0 }.joined(separator: " "))]
            case .ordering(let things):
                things.enumerated().map { HTML.escaped("\($0.offset + 1). \($0.element[language])") }
            case .matching(let pairs): pairs.map { HTML.escaped("\($0.left[language]) → \($0.right[language])") }
            case .fillIn(let blanks):
                blanks.enumerated().map {
                    HTML.escaped("\($0.offset + 1). \($0.element.accept[language]?.first ?? "")")
                }
            }
    }

    private static func plain(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
    }
}

// Part of every answer in practice: read without a mirror.

extension AnswerFeedback: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "isRight": isRight
        case "verdict": verdict
        case "whys": whys
        case "key": key
        case "lesson": lesson
        case "language": language
        default: nil
        }
    }
}
