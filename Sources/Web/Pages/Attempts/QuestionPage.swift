import Assessment
import Competencies
import Courseware
import FoundationEssentials
import Mustache
import Organization
import Training
import UseCases

/// One question, alone on its page.
struct QuestionPage: Page {
    static let template = "question"
    let title: String
    let what: String
    let place: String
    /// Share of the longest possible attempt that is behind the learner, in percent.
    let percent: Int
    let progressLabel: String
    let timeLeft: String?
    let secondsLeft: Int?
    let path: String
    let handInPath: String
    /// HTML.
    let fields: String
    let isExam: Bool
    let isPractice: Bool
    let isMissing: Bool
    let isForeign: Bool
    var standsAlone: Bool { true }
    var isColumn: Bool { true }

    /// - Parameters:
    ///   - fields: the form's own, as HTML.
    ///   - isMissing: whether the form came back without an answer, or with half of one.
    init(
        _ shown: ShownQuestion, fields: String, isMissing: Bool, content: Content, language: Language, words: Words
    ) {
        let (attempt, response) = (shown.attempt, shown.response)
        title = words["question.title", ["number": String(response.position)]]
        switch attempt.purpose {
        case .exam: what = attempt.certification.flatMap(content.certification)?.name[language] ?? ""
        case .practice, .placement:
            let name = attempt.competency.flatMap(content.framework.competency)?.name[language] ?? ""
            what =
                attempt.purpose == .practice
                ? words["question.practice", ["competency": name]] : words["question.placement", ["competency": name]]
        }
        let plan = attempt.plan
        place =
            plan.shortest == plan.longest
            ? words["question.place", ["number": String(response.position), "all": String(plan.longest)]]
            : words[
                "question.place-between",
                ["number": String(response.position), "least": String(plan.shortest), "most": String(plan.longest)]]
        percent = 100 * (response.position - 1) / max(1, plan.longest)
        progressLabel = words["question.progress"]
        let left = attempt.closesAt.map { max(0, Int($0.timeIntervalSince(shown.now))) }
        secondsLeft = left
        timeLeft = left.map { words["question.time-left", ["minutes": String(($0 + 59) / 60)]] }
        path = "/attempts/\(attempt.id)/answers/\(response.position)"
        handInPath = "/attempts/\(attempt.id)/hand-in"
        self.fields = fields
        isExam = attempt.purpose == .exam
        isPractice = attempt.purpose == .practice
        self.isMissing = isMissing
        isForeign = attempt.language.interface != language
    }
}

// Asked for at every answer: read without a mirror.

extension QuestionPage: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "title": title
        case "what": what
        case "place": place
        case "percent": percent
        case "progressLabel": progressLabel
        case "timeLeft": timeLeft
        case "secondsLeft": secondsLeft
        case "path": path
        case "handInPath": handInPath
        case "fields": fields
        case "isExam": isExam
        case "isPractice": isPractice
        case "isMissing": isMissing
        case "isForeign": isForeign
        default: nil
        }
    }
}

/// What an answer in practice was worth.
struct FeedbackPage: Page {
    static let template = "feedback"
    let title: String
    let stem: String
    let language: String
    let feedback: AnswerFeedback
    let nextPath: String
    let isOver: Bool
    var standsAlone: Bool { true }
    var isColumn: Bool { true }

    init(_ shown: ShownQuestion, answered: Response.Answered, words: Words) {
        let text = shown.attempt.language
        feedback = AnswerFeedback(
            shown.question, answer: answered.answer, isRight: answered.isRight, in: text, words: words)
        title = feedback.verdict
        stem = shown.question.stem[text].withoutBlankMarks
        language = text.rawValue
        isOver = !shown.attempt.isOpen
        nextPath = "/attempts/\(shown.attempt.id)" + (isOver ? "/result" : "")
    }
}

extension String {
    /// A fill-in question's stem outside a form: its blanks as dots.
    var withoutBlankMarks: String { replacing(#/\[\[\d+\]\]/#, with: "…") }
}
