import Competencies
import Courseware
import Organization
import Storage
import Training

/// The courses of the viewer's job role, in the order in which to take them, and how far the viewer has come.
struct LearningPathCard: Sendable {
    let steps: [Step]
    let done: Int
    let all: Int
    let progressLabel: String
    let language: String

    struct Step: Sendable {
        let path: String
        let title: String
        let minutes: Int
        let tag: StandingTag?
        /// Whether it is the first that is not finished.
        let isNext: Bool
    }

    /// Nothing where the job role has no path.
    init?(of role: JobRole?, progress: [CourseProgress], content: Content, text: ContentLanguage, words: Words) {
        let courses = (role?.path ?? []).compactMap(content.course)
        guard !courses.isEmpty else { return nil }
        let finished = Set(progress.filter { $0.finishedDay != nil }.map(\.course))
        let next = courses.first { !finished.contains($0.slug) }?.slug
        steps = courses.map { course in
            Step(
                path: "/courses/\(course.slug)", title: course.title[text], minutes: course.minutes,
                tag: StandingTag(progress.first { $0.course == course.slug }, words: words),
                isNext: course.slug == next)
        }
        done = courses.count { finished.contains($0.slug) }
        all = courses.count
        progressLabel = words["home.path.progress", ["done": String(done), "all": String(all)]]
        language = text.rawValue
    }
}

extension StandingTag {
    /// How far somebody has come in a course; nothing where it has not been opened.
    init?(_ progress: CourseProgress?, words: Words) {
        switch (progress, progress?.finishedDay) {
        case (nil, _): return nil
        case (_, nil): self.init(style: "soon", text: words["course.begun"])
        case (_, .some): self.init(style: "good", text: words["course.finished"])
        }
    }
}
