import Assessment
import Competencies
import Organization
import Storage
import Training

struct CourseListPage: Page {
    static let template = "courses"
    let title: String
    let groups: [Group]
    var section: Section { .courses }

    /// Courses that are alike to the reader; one heading a group.
    struct Group: Sendable {
        let heading: String
        let courses: [Card]
    }

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

    /// - Parameters:
    ///   - progress: the reader's own; nothing for a visitor without an account.
    ///   - needed: what the reader's job role needs.
    init(
        courses: [Course], progress: [CourseProgress]?, needed: Set<CompetencyID>, text: ContentLanguage, words: Words
    ) {
        title = words["courses.title"]
        func cards(_ courses: [Course]) -> [Card] {
            courses.map { course in
                Card(course, progress: progress?.first { $0.course == course.slug }, text: text, words: words)
            }
        }
        guard let progress else {
            groups = [Group(heading: words["courses.open"], courses: cards(courses))]
            return
        }
        let finished = Set(progress.filter { $0.finishedDay != nil }.map(\.course))
        let begun = Set(progress.map(\.course)).subtracting(finished)
        let fresh = courses.filter { !begun.contains($0.slug) && !finished.contains($0.slug) }
        let isNeeded = { (course: Course) in !needed.isDisjoint(with: course.teaches.keys) }
        groups = [
            (words["courses.begun"], courses.filter { begun.contains($0.slug) }),
            (words["courses.for-role"], fresh.filter(isNeeded)),
            (words["courses.others"], fresh.filter { !isNeeded($0) }),
            (words["courses.finished"], courses.filter { finished.contains($0.slug) }),
        ].filter { !$0.1.isEmpty }.map { Group(heading: $0.0, courses: cards($0.1)) }
    }
}

extension CourseListPage.Card {
    fileprivate init(_ course: Course, progress: CourseProgress?, text: ContentLanguage, words: Words) {
        tag = StandingTag(progress, words: words)
        path = "/courses/\(course.slug)"
        title = course.title[text]
        summary = course.summary[text]
        minutes = course.minutes
        lessons = course.lessons.count
        done = progress?.finishedLessons.count
        progressLabel = words["course.progress", ["done": String(done ?? 0), "all": String(course.lessons.count)]]
        language = text.rawValue
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
