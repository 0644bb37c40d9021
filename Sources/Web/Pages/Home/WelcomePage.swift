import Organization
import Training

/// What somebody without an account sees first.
struct WelcomePage: Page {
    static let template = "welcome"
    let title: String
    let courses: [CourseCard]
    let hasCourses: Bool
    let isDemo: Bool
    var section: Section { .home }

    struct CourseCard: Sendable {
        let path: String
        let title: String
        let summary: String
        let minutes: Int
        let lessons: Int
        let language: String
    }

    init(courses: [Course], text: ContentLanguage, isDemo: Bool, words: Words) {
        title = words["welcome.title"]
        self.courses = courses.map {
            CourseCard(
                path: "/courses/\($0.slug)", title: $0.title[text], summary: $0.summary[text], minutes: $0.minutes,
                lessons: $0.lessons.count, language: text.rawValue)
        }
        hasCourses = !courses.isEmpty
        self.isDemo = isDemo
    }
}
