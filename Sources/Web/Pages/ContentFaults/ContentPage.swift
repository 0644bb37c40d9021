import Competencies
import Courseware
import FoundationEssentials
import Organization
import Training
import UseCases

/// Courses, banks and faults of the content.
struct ContentPage: Page {
    static let template = "content"
    let title: String
    let isBehind: Bool
    let readAt: String?
    let problems: [Problem]
    let hasProblems: Bool
    let errors: Int
    let warnings: Int
    let courses: [CourseRow]
    let levels: [String]
    let levelCount: Int
    let banks: [BankRow]
    var section: Section { .content }

    struct Problem: Sendable {
        let place: String
        let tag: StandingTag
        let message: String
        let mend: String
    }

    struct CourseRow: Sendable {
        let path: String
        let title: String
        let titleLanguage: String
        let lessons: Int
        let minutes: Int
        let access: String
        let teaches: String
    }

    struct BankRow: Sendable {
        let competency: String
        let practice: [Int]
        let practiceAll: Int
        let exam: [Int]
        let examAll: Int
    }

    init(_ state: ContentShelf.State, language: Language, text: ContentLanguage, zone: TimeZone, words: Words) {
        let content = state.content
        title = words["content.title"]
        isBehind = state.isBehind
        readAt = state.readAt.map { DateWords(words: words).instant($0, in: zone) }
        // Errors first: they are what keeps the new version away.
        problems = (state.problems.filter { $0.severity == .error } + state.problems.filter { $0.severity == .warning })
            .map { Problem($0, words: words) }
        hasProblems = !problems.isEmpty
        errors = state.problems.count { $0.severity == .error }
        warnings = state.problems.count - errors
        courses = content.courses.map { course in
            CourseRow(
                path: "/courses/\(course.slug)", title: course.title[text], titleLanguage: text.rawValue,
                lessons: course.lessons.count, minutes: course.minutes,
                access: course.isOpen ? words["content.open"] : words["content.signed-in"],
                teaches: course.teaches.keys.map(\.description).sorted().joined(separator: ", "))
        }
        let framework = content.framework
        levels = framework.levels.map { $0.name[language] }
        levelCount = levels.count + 1
        banks = framework.competencies.compactMap { competency in
            let practice = content.practiceQuestions(of: competency.id)
            let exam = content.examQuestions(of: competency.id)
            guard !practice.isEmpty || !exam.isEmpty else { return nil }
            func counts(_ questions: [Question]) -> [Int] {
                framework.levels.map { level in questions.count { $0.level == level.level } }
            }
            return BankRow(
                competency: "\(competency.id) \(competency.name[language])", practice: counts(practice),
                practiceAll: practice.count, exam: counts(exam), examAll: exam.count)
        }
    }
}

extension ContentPage.Problem {
    init(_ problem: ContentProblem, words: Words) {
        place = problem.line.map { "\(problem.file):\($0)" } ?? problem.file
        tag =
            problem.severity == .error
            ? StandingTag(style: "bad", text: words["content.error"])
            : StandingTag(style: "soon", text: words["content.warning"])
        message = problem.message
        mend = problem.mend
    }
}
