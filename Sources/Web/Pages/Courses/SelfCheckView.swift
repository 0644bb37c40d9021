import AdaptiveTesting
import Courseware
import Organization
import Training

/// A self-check question inside a lesson: its form, and what the reader's answer was worth.
struct SelfCheckView: Sendable {
    static let template = "check"
    let anchor: String
    let path: String
    /// HTML.
    let fields: String
    let feedback: AnswerFeedback?
    /// Whether the form came back without an answer, or with half of one.
    let isMissing: Bool

    init(_ question: Question, path: String, fields: String, feedback: AnswerFeedback?, isMissing: Bool) {
        anchor = Self.anchor(of: question.id)
        self.path = path
        self.fields = fields
        self.feedback = feedback
        self.isMissing = isMissing
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

extension SelfCheckView {
    /// What decides how a self-check looks.
    struct Kind: Hashable, Sendable {
        let lesson: String
        let question: QuestionID
        let version: String
        let feedback: AnswerFeedback?
        let text: ContentLanguage
        let interface: Language
    }
}

extension Site {
    /// The HTML of a self-check, which is the same for everybody who has answered alike.
    ///
    /// - Parameter typed: a form that held no answer, or half of one: it is shown again as it was filled in.
    func selfCheck(
        _ id: QuestionID, on path: String, feedback: AnswerFeedback?, typed: FormFields?, content: Content,
        visit: Visit
    ) -> String {
        guard let question = content.question(id) else { return "" }
        func render() -> String {
            let fields = fields(
                of: question, shuffle: SelfCheckView.shuffle(of: question), in: visit.text, typed: typed,
                interface: visit.language)
            let view = SelfCheckView(
                question, path: "\(path)/checks/\(id)", fields: fields, feedback: feedback, isMissing: typed != nil)
            return templates.render(view, with: SelfCheckView.template, in: visit.language)
        }
        if typed != nil { return render() }
        let kind = SelfCheckView.Kind(
            lesson: path, question: id, version: question.version, feedback: feedback, text: visit.text,
            interface: visit.language)
        return selfChecks.fragment(kind) { _ in render() }
    }
}
