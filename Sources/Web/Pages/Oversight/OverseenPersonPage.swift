import Assessment
import Competencies
import Courseware
import Organization
import Storage
import UseCases

/// The certified side of one person as the Electronic Controller sees it: certificates, competencies, exam results.
struct OverseenPersonPage: Page {
    static let template = "overseen-person"
    let title: String
    let purpose: String
    let unit: String
    let agency: String
    let jobRole: String
    let staffNumber: String
    let hasLeft: Bool
    let certificates: [CertificateLine]
    let hasCertificates: Bool
    let measures: [AbilityRuler]
    let hasMeasures: Bool
    let exams: [ExamLine]
    let hasExams: Bool
    let unitPath: String
    var section: Section { .overview }
    var isColumn: Bool { true }

    struct CertificateLine: Sendable {
        let name: String
        let tag: StandingTag
        let issued: String
        let validThrough: String
        let verifyPath: String
        let code: String
    }

    struct ExamLine: Sendable {
        let name: String
        let day: String
        let tag: StandingTag
        let levels: [String]
        let hasFault: Bool
        /// An exam with too few answers says nothing of levels.
        let isFinished: Bool
    }

    init(
        _ member: StaffMember, purpose: LookPurpose, today: Day, content: Content, language: Language, words: Words
    ) {
        let dates = DateWords(words: words)
        let levels = LevelWords(framework: content.framework, language: language, words: words)
        let role = content.jobRole(member.person.posting.jobRole)
        title = member.person.name.full
        self.purpose = purpose.text
        unit = member.unit.name
        agency = member.agency.name
        jobRole = role?.name[language] ?? member.person.posting.jobRole
        staffNumber = member.person.staffNumber
        hasLeft = member.person.status == .left
        certificates = member.certificates.map {
            CertificateLine(
                name: $0.certification.name[language], tag: StandingTag($0.standing(on: today), words: words),
                issued: dates.short($0.issued), validThrough: dates.short($0.validThrough),
                verifyPath: "/verify/\($0.code)", code: $0.code)
        }
        hasCertificates = !certificates.isEmpty
        measures = Self.measures(member.states, role: role, today: today, levels: levels)
        hasMeasures = !measures.isEmpty
        exams = member.exams.map { exam in
            ExamLine(
                name: content.certification(exam.certification)?.name[language] ?? exam.certification,
                day: dates.short(exam.day), tag: OutcomeWords(words: words).tag(exam.outcome),
                levels: exam.result.competencies.map {
                    "\(levels.competency($0.competency)): "
                        + language.lowercased(levels.describe($0.estimate, cuts: $0.cuts))
                }, hasFault: exam.faultNote != nil, isFinished: exam.outcome != .unfinished)
        }
        hasExams = !exams.isEmpty
        unitPath = "/units/\(member.unit.id)"
    }

    /// What the job role needs, and what else has been certified.
    private static func measures(
        _ states: [CompetencyState], role: JobRole?, today: Day, levels: LevelWords
    ) -> [AbilityRuler] {
        let framework = levels.framework
        let shown = Set(states.map(\.competency)).union(role?.needs.keys.map { $0 } ?? []).sorted()
        return shown.map { competency in
            let cuts = framework.cuts(of: competency)
            let need = role?.needs[competency]
            let state = states.first { $0.competency == competency }?.aged(to: today, on: framework.scale)
            let text = state.map { state in
                let held = LevelJudgement(state.estimate, cuts: cuts).level
                return need.map { levels.describe(Gap(competency: competency, needed: $0, held: held)) }
                    ?? levels.describe(state.estimate, cuts: cuts)
            }
            return AbilityRuler(
                caption: "\(competency) \(levels.competency(competency))", state: text ?? levels.words["level.unknown"],
                estimate: state?.estimate, cuts: cuts, levelNames: levels.names, need: need)
        }
    }
}

/// How an exam ended, in words.
struct OutcomeWords {
    let words: Words

    func tag(_ outcome: Outcome) -> StandingTag {
        switch outcome {
        case .passed: StandingTag(style: "good", text: words["result.passed"])
        case .failed: StandingTag(style: "bad", text: words["result.failed"])
        case .unfinished, .finished: StandingTag(style: "soon", text: words["result.unfinished"])
        }
    }
}
