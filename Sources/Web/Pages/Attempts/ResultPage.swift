import AdaptiveTesting
import Assessment
import Competencies
import Courseware
import Organization
import Training

/// What an attempt showed: the level with its uncertainty in words and as a picture, and what to do next.
struct ResultPage: Page {
    static let template = "result"
    let title: String
    let tag: StandingTag
    let explanation: String
    let measures: [AbilityRuler]
    let hasMeasures: Bool
    let certificatePath: String?
    let heldNote: String?
    /// From when an exam that was not passed may be sat again.
    let again: String?
    let nextCourses: [Link]
    let hasNextCourses: Bool
    let practicePath: String?
    let answers: [AnsweredLine]
    let hasAnswers: Bool
    var section: Section { .competencies }
    var isColumn: Bool { true }

    struct Facts: Sendable {
        let attempt: Attempt
        let certificate: Certificate?
        let held: Certificate?
        let answers: [(question: Question, response: Response)]
        let sittings: [Day]
        let today: Day
    }

    struct Link: Sendable {
        let path: String
        let title: String
        let detail: String
        let language: String
    }

    struct AnsweredLine: Sendable {
        let number: Int
        let stem: String
        let language: String
        let feedback: AnswerFeedback
    }

    init(
        _ facts: Facts, content: Content, viewer: Viewer, language: Language, text: ContentLanguage, words: Words
    ) {
        let attempt = facts.attempt
        let levels = LevelWords(framework: content.framework, language: language, words: words)
        let closing = attempt.closing
        let results = closing?.result.competencies ?? []
        title =
            attempt.certification.flatMap(content.certification)?.name[language]
            ?? attempt.competency.map(levels.competency) ?? ""
        (tag, explanation) = Self.verdict(facts, closing: closing, words: words)
        let needs = content.jobRole(viewer.posting.jobRole)?.needs ?? [:]
        measures =
            closing?.outcome == .unfinished
            ? []
            : results.map { result in
                AbilityRuler(
                    caption: levels.competency(result.competency),
                    state: levels.describe(result.estimate, cuts: result.cuts), estimate: result.estimate,
                    cuts: result.cuts, levelNames: levels.names, need: needs[result.competency])
            }
        hasMeasures = !measures.isEmpty
        certificatePath = facts.certificate.map { "/me/certificates/\($0.code)" }
        let passed = closing?.outcome == .passed
        heldNote =
            passed && facts.certificate == nil
            ? facts.held.map {
                words["result.held", ["day": DateWords(words: words).long($0.validThrough)]]
            } : nil
        let certification = attempt.certification.flatMap(content.certification)
        again =
            passed
            ? nil
            : certification.map {
                DateWords(words: words).long($0.retake.nextSitting(after: facts.sittings, today: facts.today))
            }
        // The competency in which most is missing, first.
        let weak = results.sorted { ($0.ability - ($0.cuts.last ?? 0)) < ($1.ability - ($1.cuts.last ?? 0)) }
        let role = content.jobRole(viewer.posting.jobRole)
        let courses = weak.compactMap { result -> Course? in
            let asked = certification?.requires.first { $0.competency == result.competency }?.level
            let needed = asked ?? role?.needs[result.competency] ?? Level(1)
            return content.courses.course(
                closing: Gap(competency: result.competency, needed: needed, held: nil), finished: [],
                path: role?.path ?? [])
        }
        var seen = Set<String>()
        nextCourses = courses.filter { seen.insert($0.slug).inserted }.prefix(2).map {
            Link(
                path: "/courses/\($0.slug)", title: $0.title[text],
                detail: words["lesson.minutes", ["minutes": String($0.minutes)]], language: text.rawValue)
        }
        hasNextCourses = !nextCourses.isEmpty
        practicePath = (attempt.competency ?? weak.first?.competency).map { "/practice/\($0)" }
        answers = facts.answers.compactMap { question, response in
            guard let answered = response.answer else { return nil }
            return AnsweredLine(
                number: response.position, stem: question.stem[attempt.language].withoutBlankMarks,
                language: attempt.language.rawValue,
                feedback: AnswerFeedback(
                    question, answer: answered.answer, isRight: answered.isRight, in: attempt.language, words: words))
        }
        hasAnswers = !answers.isEmpty
    }

    private static func verdict(
        _ facts: Facts, closing: Attempt.Closing?, words: Words
    ) -> (StandingTag, String) {
        let answered = ["count": String(closing?.result.answered ?? 0), "right": String(closing?.result.right ?? 0)]
        let reached = closing?.result.competencies.compactMap(\.passing).map(\.probability).min() ?? 0
        let certainty = ["count": answered["count"] ?? "", "percent": percent(reached)]
        switch closing?.outcome {
        case .passed:
            let tag = facts.certificate == nil ? words["result.passed"] : words["result.certificate"]
            return (StandingTag(style: "good", text: tag), words["result.passed.text", certainty])
        case .failed:
            return (
                StandingTag(style: "bad", text: words["result.failed"]),
                words[
                    "result.failed.text", ["count": answered["count"] ?? "", "percent": percent(1 - reached)]]
            )
        case .unfinished:
            let least = ["count": answered["count"] ?? "", "least": String(facts.attempt.plan.minimumLength)]
            return (
                StandingTag(style: "soon", text: words["result.unfinished"]), words["result.unfinished.text", least]
            )
        case .finished, nil:
            let tag = facts.attempt.purpose == .placement ? words["result.placement"] : words["result.practice"]
            return (StandingTag(style: "", text: tag), words["result.practice.text", answered])
        }
    }

    /// Never *100 %*: no exam is as sure as that.
    private static func percent(_ probability: Double) -> String {
        String(min(99, max(1, Int((probability * 100).rounded()))))
    }
}
