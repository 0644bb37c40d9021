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
    let parts: [Part]
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

    struct Part: Sendable {
        let html: String?
        let check: Check?
    }

    struct Check: Sendable {
        let anchor: String
        let path: String
        let view: QuestionView
        let feedback: AnswerFeedback?
    }

    init(
        course: Course, lesson: Lesson, progress: CourseProgress?, checks: [QuestionID: StoredCheck],
        feedback: [QuestionID: AnswerFeedback], isCheckMissing: Bool, content: Content, visit: Visit, words: Words
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
        parts = (lesson.body[text] ?? []).compactMap { part in
            switch part {
            case .html(let html): return Part(html: html, check: nil)
            case .check(let id):
                guard let question = content.question(id) else { return nil }
                let stored = checks[id].map {
                    AnswerFeedback(question, answer: $0.answer, isRight: $0.isRight, in: text, words: words)
                }
                return Part(
                    html: nil,
                    check: Check(
                        anchor: Self.anchor(of: id), path: "\(path)/checks/\(id)",
                        view: QuestionView(question, shuffle: Self.shuffle(of: question), in: text, words: words),
                        feedback: feedback[id] ?? stored))
            }
        }
        previous = course.lesson(before: lesson).map { Link(title: $0.title[text], path: "\(Self.base(course))/\($0.slug)") }
        next = course.lesson(after: lesson).map { Link(title: $0.title[text], path: "\(Self.base(course))/\($0.slug)") }
        finishPath = "\(path)/finish"
        isSignedIn = visit.viewer != nil
        isDone = progress?.finishedLessons.contains(lesson.slug) ?? false
        isLast = next == nil
        self.isCheckMissing = isCheckMissing
    }

    static func anchor(of question: QuestionID) -> String { "check-" + question.value.replacing(".", with: "-") }

    /// A self-check is shuffled alike for everybody: its seed is its id.
    static func shuffle(of question: Question) -> [Int] {
        let seed = question.id.value.utf8.reduce(UInt64(14_695_981_039_346_656_037)) {
            ($0 ^ UInt64($1)) &* 1_099_511_628_211
        }
        var generator = SeededGenerator(seed: seed)
        return generator.shuffled(Array(0..<question.kind.shuffledCount))
    }

    private static func base(_ course: Course) -> String { "/courses/\(course.slug)" }
}
