import Assessment
import Competencies
import Organization
import Storage
import Training

struct CourseListPage: Page {
    static let template = "courses"
    let title: String
    let courses: [Card]
    var section: Section { .courses }

    struct Card: Sendable {
        let path: String
        let title: String
        let summary: String
        let minutes: Int
        let lessons: Int
        let tag: StandingTag?
        let done: Int?
        let progressLabel: String
        let language: String
    }

    init(courses: [Course], progress: [CourseProgress], text: ContentLanguage, words: Words) {
        title = words["courses.title"]
        self.courses = courses.map { course in
            let own = progress.first { $0.course == course.slug }
            let tag = StandingTag(own, words: words)
            let done = own?.finishedLessons.count
            return Card(
                path: "/courses/\(course.slug)", title: course.title[text], summary: course.summary[text],
                minutes: course.minutes, lessons: course.lessons.count, tag: tag, done: done,
                progressLabel: words[
                    "course.progress", ["done": String(done ?? 0), "all": String(course.lessons.count)]],
                language: text.rawValue)
        }
    }
}

struct CoursePage: Page {
    static let template = "course"
    let title: String
    let summary: String
    let minutes: Int
    let language: String
    let isForeign: Bool
    let lessons: [LessonLine]
    let teaches: [String]
    let goOn: String?
    let isBegun: Bool
    let isFinished: Bool
    let isSignedIn: Bool
    let done: Int
    let all: Int
    let progressLabel: String
    let certifications: [CertificationLine]
    let hasCertifications: Bool
    let textSwitch: String
    var section: Section { .courses }

    struct LessonLine: Sendable {
        let number: Int
        let title: String
        let minutes: Int
        let path: String
        let isDone: Bool
    }

    struct CertificationLine: Sendable {
        let name: String
        let path: String
    }

    init(
        course: Course, progress: CourseProgress?, certifications: [Certification], framework: Framework,
        visit: Visit, words: Words
    ) {
        let text = visit.text
        let levels = LevelWords(framework: framework, language: visit.language, words: words)
        title = course.title[text]
        summary = course.summary[text]
        minutes = course.minutes
        language = text.rawValue
        isForeign = text.interface != visit.language
        let finished = progress?.finishedLessons ?? []
        lessons = course.lessons.map {
            LessonLine(
                number: $0.number, title: $0.title[text], minutes: $0.minutes,
                path: "/courses/\(course.slug)/\($0.slug)", isDone: finished.contains($0.slug))
        }
        teaches = course.teaches.sorted { $0.key < $1.key }.map {
            "\(levels.competency($0.key)): \(levels.name($0.value))"
        }
        let next =
            course.lessons.first { $0.slug == progress?.lastLesson && !finished.contains($0.slug) }
            ?? course.lessons.first { !finished.contains($0.slug) }
        goOn = next.map { "/courses/\(course.slug)/\($0.slug)" }
        isBegun = progress != nil
        isFinished = progress?.finishedDay != nil
        isSignedIn = visit.viewer != nil
        done = finished.count
        all = course.lessons.count
        progressLabel = words["course.progress", ["done": String(finished.count), "all": String(course.lessons.count)]]
        self.certifications = certifications.filter { $0.courses.contains(course.slug) }.map {
            CertificationLine(name: $0.name[visit.language], path: "/certifications/\($0.id)")
        }
        hasCertifications = !self.certifications.isEmpty
        textSwitch = TextSwitch.path(visit)
    }
}

/// The link by which a reader of the Russian interface changes between the languages of the content.
enum TextSwitch {
    static func path(_ visit: Visit) -> String {
        "/text/\(visit.text == .az ? "en" : "az")?to=\(QueryText.escaped(visit.location))"
    }
}
