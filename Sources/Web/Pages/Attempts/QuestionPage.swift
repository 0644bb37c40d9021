import Assessment
import Competencies
import Courseware
import FoundationEssentials
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
    let view: QuestionView
    let isExam: Bool
    let isPractice: Bool
    let isMissing: Bool
    let isForeign: Bool
    var standsAlone: Bool { true }
    var isColumn: Bool { true }

    /// - Parameter typed: a form that held no answer, or only half of one.
    init(_ shown: ShownQuestion, content: Content, language: Language, words: Words, typed: FormFields? = nil) {
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
        view = QuestionView(
            shown.question, shuffle: response.shuffle, in: attempt.language, words: words,
            typed: typed ?? FormFields(values: [:]))
        isExam = attempt.purpose == .exam
        isPractice = attempt.purpose == .practice
        isMissing = typed != nil
        isForeign = attempt.language.interface != language
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
