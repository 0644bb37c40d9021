import FoundationEssentials
package import Organization
package import Training

/// How far a person has come in one course.
package struct CourseProgress: Sendable {
    package let course: String
    package let startedDay: Day
    /// The lesson that was open last: where to go on.
    package let lastLesson: String?
    package let finishedDay: Day?
    package let finishedLessons: Set<String>
}

/// A course that somebody has to finish by a day.
package struct AssignmentRecord: Sendable {
    package let course: String
    package let dueDay: Day
    package let finishedDay: Day?
}

/// What somebody last answered to a self-check question.
package struct StoredCheck: Sendable {
    package let answer: Answer
    package let isRight: Bool
}

extension Connection {
    package func progress(of person: PersonID, in course: String) throws -> CourseProgress? {
        try first(
            "SELECT * FROM enrolment WHERE person_id = \(person) AND course = \(course)"
        ) { try courseProgress($0, of: person) }
    }

    /// The most recently started first.
    package func progress(of person: PersonID) throws -> [CourseProgress] {
        try all("SELECT * FROM enrolment WHERE person_id = \(person) ORDER BY started_day DESC, course") {
            try courseProgress($0, of: person)
        }
    }

    /// The owner's answers to those of these self-check questions that they have answered.
    package func selfChecks(of owner: OwnRecord, among questions: [QuestionID]) throws -> [QuestionID: StoredCheck] {
        guard !questions.isEmpty else { return [:] }
        let stored = try all(
            """
            SELECT question_id, answer, is_right FROM self_check
            WHERE person_id = \(owner.person) AND question_id IN \(list: questions.map(\.value))
            """
        ) { row in
            (
                QuestionID(try row[0] as String),
                StoredCheck(answer: try row[1], isRight: try row[2])
            )
        }
        return Dictionary(stored, uniquingKeysWith: { first, _ in first })
    }

    package func assignments(of person: PersonID) throws -> [AssignmentRecord] {
        try all(
            """
            SELECT assignment.course, due_day, finished_day FROM assignment LEFT JOIN enrolment USING (person_id, course)
            WHERE person_id = \(person) ORDER BY due_day, course
            """
        ) {
            AssignmentRecord(
                course: try $0["course"], dueDay: try $0["due_day"], finishedDay: try $0["finished_day"])
        }
    }

    private func courseProgress(_ row: Row, of person: PersonID) throws -> CourseProgress {
        let course: String = try row["course"]
        return CourseProgress(
            course: course, startedDay: try row["started_day"], lastLesson: try row["last_lesson"],
            finishedDay: try row["finished_day"],
            finishedLessons: Set(
                try values(
                    """
                    SELECT lesson FROM lesson_progress
                    WHERE person_id = \(person) AND course = \(course) AND finished_at IS NOT NULL
                    """)))
    }
}

extension Transaction {
    /// Notes where the person is reading; the first lesson opened starts the course.
    package func open(lesson: String, of course: String, for person: PersonID) throws {
        try run(
            """
            INSERT INTO enrolment (person_id, course, started_day, last_lesson)
            VALUES (\(person), \(course), \(today), \(lesson))
            ON CONFLICT (person_id, course) DO UPDATE SET last_lesson = excluded.last_lesson
            """)
    }

    package func finish(lesson: String, of course: String, for person: PersonID) throws {
        try run(
            """
            INSERT INTO lesson_progress (person_id, course, lesson, finished_at)
            VALUES (\(person), \(course), \(lesson), \(now))
            ON CONFLICT (person_id, course, lesson) DO NOTHING
            """)
    }

    /// The first finish counts; a course read again stays finished on its day.
    package func finish(course: String, for person: PersonID) throws {
        try run(
            """
            UPDATE enrolment SET finished_day = \(today)
            WHERE person_id = \(person) AND course = \(course) AND finished_day IS NULL
            """)
    }

    package func recordSelfCheck(_ answer: Answer, isRight: Bool, to question: QuestionID, by owner: OwnRecord) throws {
        try run(
            """
            INSERT INTO self_check (person_id, question_id, answer, is_right, answered_at)
            VALUES (\(owner.person), \(question.value), \(answer), \(isRight), \(now))
            ON CONFLICT (person_id, question_id) DO UPDATE SET answer = excluded.answer,
                is_right = excluded.is_right, answered_at = excluded.answered_at
            """)
    }

    package func assign(course: String, to person: PersonID, due: Day, by assigner: PersonID) throws {
        try run(
            """
            INSERT INTO assignment (person_id, course, due_day, assigned_by, assigned_day)
            VALUES (\(person), \(course), \(due), \(assigner), \(today))
            ON CONFLICT (person_id, course) DO UPDATE SET due_day = excluded.due_day,
                assigned_by = excluded.assigned_by, assigned_day = excluded.assigned_day
            """)
    }
}
