import Assessment
import Competencies
import Courseware
import Organization
import Storage
import Training

struct HomePage: Page {
    static let template = "home"
    let title: String
    let greeting: String
    let post: String
    let next: NextStepCard
    let learningPath: LearningPathCard?
    let measures: [AbilityRuler]
    let hasMeasures: Bool
    let deadlines: [Deadline]
    let hasDeadlines: Bool
    var section: Section { .home }

    /// What the page is made from.
    struct Facts: Sendable {
        let today: Day
        let unit: String
        let agency: String
        let open: [Attempt]
        let progress: [CourseProgress]
        let assignments: [AssignmentRecord]
        let certificates: [Certificate]
        let states: [CompetencyState]
    }

    /// The one thing to do now.
    struct NextStepCard: Sendable {
        let heading: String
        let what: String
        let detail: String
        let path: String
        let action: String
        /// Lessons done and all of them, where there is a course to go on with.
        let done: Int?
        let of: Int?
        let progressLabel: String
        let language: String
    }

    struct Deadline: Sendable {
        let tag: StandingTag
        let what: String
        let detail: String
        let path: String
    }

    init(
        viewer: Viewer, facts: Facts, content: Content, language: Language, text: ContentLanguage, words: Words
    ) {
        title = words["home.title"]
        greeting = words["home.greeting", ["name": viewer.name.given]]
        let role = content.jobRole(viewer.posting.jobRole)
        post = [facts.agency, facts.unit, role?.name[language]].compactMap { $0 }.filter { !$0.isEmpty }
            .joined(separator: " · ")
        next = Self.nextStep(
            facts, path: role?.path ?? [], content: content, language: language, text: text, words: words)
        learningPath = LearningPathCard(
            of: role, progress: facts.progress, content: content, text: text, words: words)
        let levels = LevelWords(framework: content.framework, language: language, words: words)
        measures = (role?.needs.sorted { $0.key < $1.key } ?? []).map { competency, needed in
            let cuts = content.framework.cuts(of: competency)
            let state = facts.states.first { $0.competency == competency }?
                .aged(to: facts.today, on: content.framework.scale)
            let held = state.flatMap { LevelJudgement($0.estimate, cuts: cuts).level }
            let gap = Gap(competency: competency, needed: needed, held: held)
            return AbilityRuler(
                caption: levels.competency(competency),
                state: state == nil ? levels.unknown(competency, in: content) : levels.describe(gap),
                estimate: state?.estimate,
                cuts: cuts, levelNames: levels.names, need: needed)
        }
        hasMeasures = !measures.isEmpty
        deadlines = Self.deadlines(facts, content: content, language: language, text: text, words: words)
        hasDeadlines = !deadlines.isEmpty
    }

    private static func nextStep(
        _ facts: Facts, path: [String], content: Content, language: Language, text: ContentLanguage, words: Words
    ) -> NextStepCard {
        if let exam = facts.open.first(where: { $0.purpose == .exam }) {
            return NextStepCard(
                heading: words["home.exam-open"],
                what: exam.certification.flatMap(content.certification)?.name[language] ?? "",
                detail: words["home.exam-open.detail"], path: "/attempts/\(exam.id)", action: words["home.go-on"],
                done: nil, of: nil, progressLabel: "", language: language.rawValue)
        }
        let begun = facts.progress.first { $0.finishedDay == nil }
        let due = facts.assignments.first { $0.finishedDay == nil }?.course
        let unread = (path + content.courses.map(\.slug)).first { slug in
            content.course(slug) != nil && !facts.progress.contains { $0.course == slug }
        }
        guard let course = (begun?.course ?? due ?? unread).flatMap(content.course) else {
            return NextStepCard(
                heading: words["home.all-done"], what: words["home.all-done.what"],
                detail: words["home.all-done.detail"], path: "/me/competencies", action: words["home.practise"],
                done: nil, of: nil, progressLabel: "", language: language.rawValue)
        }
        let finished = begun?.finishedLessons ?? []
        let lesson =
            course.lessons.first { $0.slug == begun?.lastLesson && !finished.contains($0.slug) }
            ?? course.lessons.first { !finished.contains($0.slug) }
        return NextStepCard(
            heading: begun == nil ? words["home.start"] : words["home.continue"], what: course.title[text],
            detail: lesson.map {
                words[
                    "home.lesson",
                    ["number": String($0.number), "title": $0.title[text], "minutes": String($0.minutes)]]
            } ?? "",
            path: lesson.map { "/courses/\(course.slug)/\($0.slug)" } ?? "/courses/\(course.slug)",
            action: begun == nil ? words["home.begin"] : words["home.go-on"],
            done: begun == nil ? nil : finished.count, of: begun == nil ? nil : course.lessons.count,
            progressLabel: words[
                "course.progress", ["done": String(finished.count), "all": String(course.lessons.count)]],
            language: text.rawValue)
    }

    private static func deadlines(
        _ facts: Facts, content: Content, language: Language, text: ContentLanguage, words: Words
    ) -> [Deadline] {
        let dates = DateWords(words: words)
        let assigned = facts.assignments.filter { $0.finishedDay == nil }.compactMap { assignment -> Deadline? in
            guard let course = content.course(assignment.course) else { return nil }
            return Deadline(
                tag: .due(assignment.dueDay, today: facts.today, words: words), what: course.title[text],
                detail: words["home.due", ["day": dates.long(assignment.dueDay)]], path: "/courses/\(course.slug)")
        }
        // Only the newest certificate of each kind has a deadline; the older ones were renewed.
        var seen = Set<String>()
        let held = facts.certificates.filter { seen.insert($0.certificationID).inserted }.map { certificate in
            Deadline(
                tag: StandingTag(certificate.standing(on: facts.today), words: words),
                what: certificate.certification.name[language],
                detail: words["certificate.valid-through", ["day": dates.long(certificate.validThrough)]],
                path: "/me/certificates/\(certificate.code)")
        }
        return assigned + held
    }
}
