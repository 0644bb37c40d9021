import Assessment
import Competencies
import Courseware
import Organization
import Storage
import Training

/// One person's certified side: what HR and, after giving a purpose, the Electronic Controller see.
///
/// Practice, placement and answers are not among the facts that it is made from.
struct PersonPage: Page {
    static let template = "person"
    let title: String
    let post: String
    let jobRole: String
    let hasLeft: Bool
    let staffNumber: String
    let extraTime: String?
    let certificates: [CertificateLine]
    let hasCertificates: Bool
    let measures: [AbilityRuler]
    let hasMeasures: Bool
    let exams: [ExamLine]
    let hasExams: Bool
    let assignments: [AssignmentLine]
    let hasAssignments: Bool
    let postings: [PostingLine]
    /// What the viewer may do for the person; nothing for whoever only looks.
    let desk: PersonDesk?
    let notice: String?
    let section: Section

    struct CertificateLine: Sendable {
        let name: String
        let tag: StandingTag
        let issued: String
        let validThrough: String
        let code: String
        let path: String
    }

    struct ExamLine: Sendable {
        let id: String
        let name: String
        let day: String
        let tag: StandingTag
        let levels: [String]
        let faultNote: String?
        /// Whether the viewer may record a technical fault of it.
        let takesFault: Bool
    }

    struct AssignmentLine: Sendable {
        let course: String
        let language: String
        let due: String
        let tag: StandingTag
    }

    struct PostingLine: Sendable {
        let agency: String
        let unit: String
        let jobRole: String
        let span: String
    }

    init(
        _ member: StaffMember, today: Day, content: Content, visit: Visit, section: Section, desk: PersonDesk? = nil,
        notice: String? = nil, words: Words
    ) {
        let language = words.language
        let dates = DateWords(words: words)
        let levels = LevelWords(framework: content.framework, language: language, words: words)
        let role = content.jobRole(member.person.posting.jobRole)
        func roleName(_ id: String) -> String { content.jobRole(id)?.name[language] ?? id }
        title = member.person.name.listed
        post = [member.agency.name, member.unit.name].joined(separator: " · ")
        jobRole = roleName(member.person.posting.jobRole)
        hasLeft = member.person.status == .left
        staffNumber = member.person.staffNumber
        let percent = member.person.extraTimePercent
        extraTime = percent > 0 ? words["person.extra-time", ["percent": String(percent)]] : nil
        certificates = member.certificates.map {
            CertificateLine(
                name: $0.certification.name[language], tag: StandingTag($0.standing(on: today), words: words),
                issued: dates.short($0.issued), validThrough: dates.short($0.validThrough), code: $0.code,
                path: "/verify/\($0.code)")
        }
        hasCertificates = !certificates.isEmpty
        measures = Self.measures(member, role: role, today: today, content: content, levels: levels, words: words)
        hasMeasures = !measures.isEmpty
        exams = member.exams.map { exam in
            ExamLine(
                id: exam.id.description,
                name: content.certification(exam.certification)?.name[language] ?? exam.certification,
                day: dates.short(exam.day), tag: Self.tag(exam.outcome, words: words),
                levels: exam.outcome == .unfinished
                    ? []
                    : exam.result.competencies.map {
                        "\(levels.competency($0.competency)): \(levels.describe($0.estimate, cuts: $0.cuts))"
                    },
                faultNote: exam.faultNote,
                takesFault: desk != nil && exam.outcome == .unfinished && exam.faultNote == nil)
        }
        hasExams = !exams.isEmpty
        assignments = member.assignments.map { assignment in
            AssignmentLine(
                course: content.course(assignment.course)?.title[visit.text] ?? assignment.course,
                language: visit.text.rawValue, due: dates.short(assignment.dueDay),
                tag: .assignment(
                    due: assignment.dueDay, finished: assignment.finishedDay, today: today, words: words))
        }
        hasAssignments = !assignments.isEmpty
        postings = member.postings.map { posting in
            PostingLine(
                agency: posting.agencyName, unit: posting.unitName, jobRole: roleName(posting.jobRole),
                span: posting.lastDay.map { "\(dates.short(posting.firstDay)) – \(dates.short($0))" }
                    ?? words["person.since", ["day": dates.short(posting.firstDay)]])
        }
        self.desk = desk
        self.notice = notice
        self.section = section
    }

    /// What the job role needs, and what else an exam has shown.
    private static func measures(
        _ member: StaffMember, role: JobRole?, today: Day, content: Content, levels: LevelWords, words: Words
    ) -> [AbilityRuler] {
        let framework = content.framework
        let competencies = Set(member.states.map(\.competency)).union(role?.needs.keys.map { $0 } ?? [])
        return competencies.sorted().map { competency in
            let cuts = framework.cuts(of: competency)
            let need = role?.needs[competency]
            let state = member.states.first { $0.competency == competency }?.aged(to: today, on: framework.scale)
            let held = state.flatMap { LevelJudgement($0.estimate, cuts: cuts).level }
            let gap = need.map { Gap(competency: competency, needed: $0, held: held) }
            return AbilityRuler(
                caption: levels.competency(competency),
                state: state.map { state in
                    gap.map(levels.describe) ?? levels.describe(state.estimate, cuts: cuts)
                } ?? words["level.unknown"],
                estimate: state?.estimate, cuts: cuts, levelNames: levels.names, need: need)
        }
    }

    private static func tag(_ outcome: Outcome, words: Words) -> StandingTag {
        switch outcome {
        case .passed: StandingTag(style: "good", text: words["result.passed"])
        case .failed: StandingTag(style: "bad", text: words["result.failed"])
        case .unfinished, .finished: StandingTag(style: "soon", text: words["result.unfinished"])
        }
    }
}

extension StandingTag {
    /// How an assigned course stands: finished and when, or how long is left.
    static func assignment(due: Day, finished: Day?, today: Day, words: Words) -> StandingTag {
        guard let finished else { return .due(due, today: today, words: words) }
        let day = DateWords(words: words).short(finished)
        return StandingTag(style: "good", text: words["assignments.finished", ["day": day]])
    }
}
