import Courseware
package import Organization
package import Storage
package import Training

/// Why a step in a course is refused.
package enum TrainingError: Error, Hashable, Sendable {
    case notFound
    /// The lesson's self-check has not been answered yet.
    case checkUnanswered
    /// The form held no answer that the question takes.
    case noAnswer
}

extension Transaction {
    /// Finishes a lesson, and with the last one the course; answers the lesson to read next.
    package func finishLesson(_ lesson: Lesson, of course: Course, by owner: OwnRecord) throws -> Lesson? {
        let answered = try selfChecks(of: owner, among: lesson.checks)
        guard lesson.checks.allSatisfy({ answered[$0] != nil }) else { throw TrainingError.checkUnanswered }
        try open(lesson: lesson.slug, of: course.slug, for: owner.person)
        try finish(lesson: lesson.slug, of: course.slug, for: owner.person)
        let finished = try progress(of: owner.person, in: course.slug)?.finishedLessons ?? []
        if course.lessons.allSatisfy({ finished.contains($0.slug) }) {
            try finish(course: course.slug, for: owner.person)
        }
        // Onwards first; then back to what was skipped.
        let unfinished = course.lessons.filter { !finished.contains($0.slug) }
        return unfinished.first { $0.number > lesson.number } ?? unfinished.first
    }

    /// Judges and keeps an answer to a self-check question; the latest answer counts.
    package func answerSelfCheck(
        _ question: Question, with answer: Answer, in language: ContentLanguage, by owner: OwnRecord
    ) throws {
        let isRight = question.isRight(answer, in: language, fold: TextKeys.folded)
        try recordSelfCheck(answer, isRight: isRight, to: question.id, by: owner)
    }
}

extension Bilik {
    package func finishLesson(_ lesson: Lesson, of course: Course, by owner: OwnRecord) async throws -> Lesson? {
        try await database.write { try $0.finishLesson(lesson, of: course, by: owner) }
    }

    /// Notes the lesson as the place to go on from; a write only where that changes something.
    package func openLesson(_ lesson: Lesson, of course: Course, progress: CourseProgress?, by owner: OwnRecord)
        async throws
    {
        guard progress?.lastLesson != lesson.slug else { return }
        try await database.write { try $0.open(lesson: lesson.slug, of: course.slug, for: owner.person) }
    }

    package func answerSelfCheck(
        _ question: Question, with answer: Answer, in language: ContentLanguage, by owner: OwnRecord
    ) async throws {
        try await database.write { try $0.answerSelfCheck(question, with: answer, in: language, by: owner) }
    }
}
