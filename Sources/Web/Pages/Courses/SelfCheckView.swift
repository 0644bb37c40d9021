import AdaptiveTesting
import Courseware
import Organization
import Training

/// A self-check question inside a lesson: its form, and what the reader's answer was worth.
struct SelfCheckView: Sendable {
    static let template = "check"
    let anchor: String
    let path: String
    let view: QuestionView
    let feedback: AnswerFeedback?

    init(
        _ question: Question, path: String, feedback: AnswerFeedback?, in text: ContentLanguage, words: Words
    ) {
        anchor = Self.anchor(of: question.id)
        self.path = "\(path)/checks/\(question.id)"
        view = QuestionView(question, shuffle: Self.shuffle(of: question), in: text, words: words)
        self.feedback = feedback
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
        func render() -> String {
            let view = SelfCheckView(
                question, path: path, feedback: feedback, in: text, words: templates.words(language))
            return templates.render(view, with: SelfCheckView.template, in: language)
        }
        guard feedback == nil else { return render() }
        return fragments.fragment("\(path) \(id) \(question.version) \(language) \(text)", render: render)
    }
}
