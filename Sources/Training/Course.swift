package import Competencies
package import Organization

package struct Course: Hashable, Sendable {
    package let slug: String
    package let title: LocalizedText
    package let summary: LocalizedText
    package let minutes: Int
    /// The level that the course leads to in each competency.
    package let teaches: [CompetencyID: Level]
    package let prerequisites: [String]
    /// Whether it may be read without an account.
    package let isOpen: Bool
    /// In reading order.
    package let lessons: [Lesson]

    package init(
        slug: String, title: LocalizedText, summary: LocalizedText, minutes: Int, teaches: [CompetencyID: Level],
        prerequisites: [String], isOpen: Bool, lessons: [Lesson]
    ) {
        self.slug = slug
        self.title = title
        self.summary = summary
        self.minutes = minutes
        self.teaches = teaches
        self.prerequisites = prerequisites
        self.isOpen = isOpen
        self.lessons = lessons
    }

    package func lesson(_ slug: String) -> Lesson? { lessons.first { $0.slug == slug } }

    package func lesson(after lesson: Lesson) -> Lesson? { lessons.first { $0.number == lesson.number + 1 } }

    package func lesson(before lesson: Lesson) -> Lesson? { lessons.first { $0.number == lesson.number - 1 } }
}

package struct Lesson: Hashable, Sendable {
    /// The file's name without `.md`: `04-forged-mail`.
    package let slug: String
    /// 1-based place in the course.
    package let number: Int
    package let title: LocalizedText
    package let minutes: Int
    package let competency: CompetencyID?
    package let body: [ContentLanguage: [Part]]
    /// The self-check questions, in reading order; the same in both languages.
    package let checks: [QuestionID]

    /// A lesson is a run of rendered text with self-check questions between.
    package enum Part: Hashable, Sendable {
        /// Safe HTML, rendered from the Markdown.
        case html(String)
        case check(QuestionID)
    }

    package init(
        slug: String, number: Int, title: LocalizedText, minutes: Int, competency: CompetencyID?,
        body: [ContentLanguage: [Part]], checks: [QuestionID]
    ) {
        self.slug = slug
        self.number = number
        self.title = title
        self.minutes = minutes
        self.competency = competency
        self.body = body
        self.checks = checks
    }
}
