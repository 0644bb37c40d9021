import AdaptiveTesting
import Courseware
import Organization
import Training

/// A self-check question inside a lesson: its form, and what the reader's answer was worth.
struct SelfCheckView: Sendable {
    static let template = "check"
    let anchor: String
    /// HTML of the form.
    let form: String
    let feedback: AnswerFeedback?

    init(_ question: Question, form: String, feedback: AnswerFeedback?) {
        anchor = Self.anchor(of: question.id)
        self.form = form
        self.feedback = feedback
    }

    /// The form alone, the same for everybody.
    struct Form: Sendable {
        static let template = "check-form"
        let path: String
        let view: QuestionView
    }

    static func anchor(of question: QuestionID) -> String { "check-" + question.value.replacing(".", with: "-") }

    /// A self-check is shuffled alike for everybody: its seed is its id.
    static func shuffle(of question: Question) -> [Int] {
        let seed = question.id.value.utf8.reduce(UInt64(14_695_981_039_346_656_037)) {
            ($0 ^ UInt64($1)) &* 1_099_511_628_211
        }
        var generator = SeededGenerator(seed: seed)
        return generator.shuffled(Array(0..<question.kind.shuffledCount))
    }
}

extension Site {
    /// The HTML of a self-check; unanswered it is the same for everybody and rendered once.
    func selfCheck(
        _ id: QuestionID, on path: String, feedback: AnswerFeedback?, content: Content, visit: Visit
    ) -> String {
        guard let question = content.question(id) else { return "" }
        let (language, text) = (visit.language, visit.text)
        let key = "\(path) \(id) \(question.version) \(language) \(text)"
        let form = fragments.fragment(key) {
            let view = QuestionView(
                question, shuffle: SelfCheckView.shuffle(of: question), in: text, words: templates.words(language))
            return templates.render(
                SelfCheckView.Form(path: "\(path)/checks/\(id)", view: view), with: SelfCheckView.Form.template,
                in: language)
        }
        return templates.render(
            SelfCheckView(question, form: form, feedback: feedback), with: SelfCheckView.template, in: language)
    }
}
