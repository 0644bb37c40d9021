import AdaptiveTesting
import Competencies
import Courseware
import Mustache
import Organization
import Storage
import Training

struct LessonPage: Page {
    static let template = "lesson"
    let title: String
    let courseTitle: String
    let coursePath: String
    let place: String
    let about: String
    let language: String
    let isForeign: Bool
    let textSwitch: String
    /// HTML: the text with its self-checks between.
    let article: String
    let previous: Link?
    let next: Link?
    let finishPath: String
    let isSignedIn: Bool
    let isDone: Bool
    let isLast: Bool
    let isCheckMissing: Bool
    var isColumn: Bool { true }
    var section: Section { .courses }

    struct Link: Sendable {
        let title: String
        let path: String
    }

    init(
        course: Course, lesson: Lesson, progress: CourseProgress?, isCheckMissing: Bool, content: Content, visit: Visit,
        words: Words, check: (QuestionID) -> String
    ) {
        let text = visit.text
        title = lesson.title[text]
        courseTitle = course.title[text]
        coursePath = "/courses/\(course.slug)"
        place = "\(lesson.number)/\(course.lessons.count)"
        let levels = LevelWords(framework: content.framework, language: visit.language, words: words)
        about = [
            words["lesson.minutes", ["minutes": String(lesson.minutes)]],
            lesson.competency.map { "\($0) \(levels.competency($0))" },
        ].compactMap { $0 }.joined(separator: " · ")
        language = text.rawValue
        isForeign = text.interface != visit.language
        textSwitch = TextSwitch.path(visit)
        let path = "/courses/\(course.slug)/\(lesson.slug)"
        article = (lesson.body[text] ?? []).map { part in
            switch part {
            case .html(let html): "<div class=\"text\" lang=\"\(text.rawValue)\">\(html)</div>"
            case .check(let id): check(id)
            }
        }.joined()
        previous = course.lesson(before: lesson).map {
            Link(title: $0.title[text], path: "\(Self.base(course))/\($0.slug)")
        }
        next = course.lesson(after: lesson).map { Link(title: $0.title[text], path: "\(Self.base(course))/\($0.slug)") }
        finishPath = "\(path)/finish"
        isSignedIn = visit.viewer != nil
        isDone = progress?.finishedLessons.contains(lesson.slug) ?? false
        isLast = next == nil
        self.isCheckMissing = isCheckMissing
    }

    private static func base(_ course: Course) -> String { "/courses/\(course.slug)" }
}

// The page that is asked for most: read without a mirror.

extension LessonPage: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "title": title
        case "courseTitle": courseTitle
        case "coursePath": coursePath
        case "place": place
        case "about": about
        case "language": language
        case "isForeign": isForeign
        case "textSwitch": textSwitch
        case "article": article
        case "previous": previous
        case "next": next
        case "finishPath": finishPath
        case "isSignedIn": isSignedIn
        case "isDone": isDone
        case "isLast": isLast
        case "isCheckMissing": isCheckMissing
        default: nil
        }
    }
}

extension LessonPage.Link: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "title": title
        case "path": path
        default: nil
        }
    }
}
