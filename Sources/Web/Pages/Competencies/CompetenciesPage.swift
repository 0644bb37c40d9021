import Assessment
import Competencies
import Courseware
import Organization
import Training

struct CompetenciesPage: Page {
    static let template = "competencies"
    let title: String
    let jobRole: String
    /// What the job role needs, and whatever the person has shown anything of.
    let yours: [Card]
    /// Everything else, by area.
    let others: [AreaCards]
    let hasOthers: Bool
    let attempts: [AttemptLine]
    let hasAttempts: Bool
    var section: Section { .competencies }

    struct AreaCards: Sendable {
        let name: String
        let count: Int
        let cards: [Card]
    }

    struct Card: Sendable {
        let id: String
        let name: String
        let needed: String?
        let certified: AbilityRuler
        let mine: AbilityRuler?
        let practicePath: String
        let placementPath: String
        /// The course to take now to get farther.
        let course: Link?
        /// The exam to sit, where there is no course left to take.
        let exam: Link?
        /// Nothing for whoever holds the highest level.
        let next: NextLevel?
    }

    /// What is seen of somebody one level up.
    struct NextLevel: Sendable {
        let level: String
        let statements: [String]
        let language: String
    }

    struct Link: Sendable {
        let path: String
        let title: String
        let language: String
    }

    struct AttemptLine: Sendable {
        let path: String
        let what: String
        let day: String
        let tag: StandingTag
    }

    init(
        viewer: Viewer, certified: [CompetencyState], mine: [CompetencyState], closed: [Attempt],
        finished: Set<String>, today: Day, content: Content, visit: Visit, words: Words
    ) {
        let language = visit.language
        let framework = content.framework
        let levels = LevelWords(framework: framework, language: language, words: words)
        title = words["competencies.title"]
        let role = content.jobRole(viewer.posting.jobRole)
        jobRole = role?.name[language] ?? viewer.posting.jobRole
        func card(_ id: CompetencyID) -> (card: Card, isMine: Bool) {
            let cuts = framework.cuts(of: id)
            let need = role?.needs[id]
            let state = certified.first { $0.competency == id }?.aged(to: today, on: framework.scale)
            let held = state.flatMap { LevelJudgement($0.estimate, cuts: cuts).level }
            let own = mine.first { $0.competency == id }?.aged(to: today, on: framework.scale)
            let gap = need.map { Gap(competency: id, needed: $0, held: held) }
            // Where the job role needs nothing, the first level is what there is to go for.
            let goal = gap ?? Gap(competency: id, needed: Level(1), held: held)
            let course =
                goal.missing > 0
                ? content.courses.course(closing: goal, finished: finished, path: role?.path ?? []) : nil
            let isLearnt = course.map { finished.contains($0.slug) } ?? true
            let exam =
                goal.missing > 0 && isLearnt ? content.certification(showing: id, at: goal.needed) : nil
            let card = Card(
                id: id.value, name: "\(id) \(levels.competency(id))", needed: need.map { levels.name($0) },
                certified: AbilityRuler(
                    caption: words["competencies.certified"],
                    state: state.map { state in
                        gap.map(levels.describe) ?? levels.describe(state.estimate, cuts: cuts)
                    } ?? levels.unknown(id, in: content),
                    estimate: state?.estimate, cuts: cuts, levelNames: levels.names, need: need),
                mine: own.map {
                    AbilityRuler(
                        caption: words["competencies.private"], state: levels.describe($0.estimate, cuts: cuts),
                        estimate: $0.estimate, cuts: cuts, levelNames: levels.names, need: need)
                },
                practicePath: "/practice/\(id)", placementPath: "/placement/\(id)",
                course: course.flatMap { course in
                    isLearnt
                        ? nil
                        : Link(
                            path: "/courses/\(course.slug)", title: course.title[visit.text],
                            language: visit.text.rawValue)
                },
                exam: exam.map {
                    Link(path: "/certifications/\($0.id)", title: $0.name[language], language: language.rawValue)
                },
                next: Self.nextLevel(
                    in: id, certified: held, own: own.flatMap { LevelJudgement($0.estimate, cuts: cuts).level },
                    levels: levels, text: visit.text))
            return (card, need != nil || state != nil || own != nil)
        }
        let areas = framework.areas.map { area in
            let shown = area.competencies.map(\.id).filter {
                role?.needs[$0] != nil || !content.practiceQuestions(of: $0).isEmpty
            }
            return (area: area, cards: shown.map(card))
        }
        yours = areas.flatMap(\.cards).filter(\.isMine).map(\.card)
        others = areas.compactMap { area, cards in
            let others = cards.filter { !$0.isMine }.map(\.card)
            return others.isEmpty ? nil : AreaCards(name: area.name[language], count: others.count, cards: others)
        }
        hasOthers = !others.isEmpty
        let dates = DateWords(words: words)
        attempts = closed.map { attempt in
            let what =
                attempt.certification.flatMap(content.certification)?.name[language]
                ?? attempt.competency.map(levels.competency) ?? ""
            return AttemptLine(
                path: "/attempts/\(attempt.id)/result", what: what, day: dates.long(attempt.day),
                tag: Self.tag(attempt, words: words))
        }
        hasAttempts = !attempts.isEmpty
    }

    /// What to work on: the level above the higher of what an exam and what practice has shown.
    private static func nextLevel(
        in competency: CompetencyID, certified: Level?, own: Level?, levels: LevelWords, text: ContentLanguage
    ) -> NextLevel? {
        let reached = [certified, own].compactMap { $0 }.max()
        guard let next = levels.framework.level(after: reached) else { return nil }
        let statements = levels.framework.competency(competency)?.levelStatements[next] ?? []
        return NextLevel(level: levels.name(next), statements: statements.map { $0[text] }, language: text.rawValue)
    }

    private static func tag(_ attempt: Attempt, words: Words) -> StandingTag {
        switch (attempt.closing?.outcome, attempt.purpose) {
        case (.passed, _): StandingTag(style: "good", text: words["result.passed"])
        case (.failed, _): StandingTag(style: "bad", text: words["result.failed"])
        case (.unfinished, _): StandingTag(style: "soon", text: words["result.unfinished"])
        case (_, .placement): StandingTag(style: "", text: words["result.placement"])
        default: StandingTag(style: "", text: words["result.practice"])
        }
    }
}
