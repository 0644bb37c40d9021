package import AdaptiveTesting
package import Assessment
package import Competencies
package import FoundationEssentials
package import Organization
package import Training

extension Answer: SQLConvertible {
    package var sqlValue: SQLValue { .text(description) }

    package init?(sqlValue: SQLValue) {
        guard case .text(let text) = sqlValue else { return nil }
        self.init(text)
    }
}

extension Purpose: SQLConvertible {}
extension Outcome: SQLConvertible {}
extension ClosingReason: SQLConvertible {}

extension Connection {
    /// The attempt where it is the owner's; another's is not there.
    package func attempt(_ id: AttemptID, of owner: OwnRecord) throws -> Attempt? {
        try first("SELECT * FROM attempt WHERE attempt_id = \(id) AND person_id = \(owner.person)", attempt(from:))
    }

    package func openAttempts(of owner: OwnRecord) throws -> [Attempt] {
        try all(
            "SELECT * FROM attempt WHERE person_id = \(owner.person) AND closed_at IS NULL ORDER BY started_at DESC",
            attempt(from:))
    }

    /// The owner's closed attempts, newest first.
    package func closedAttempts(of owner: OwnRecord, atMost count: Int) throws -> [Attempt] {
        try all(
            """
            SELECT * FROM attempt WHERE person_id = \(owner.person) AND closed_at IS NOT NULL
            ORDER BY started_at DESC, attempt_id DESC LIMIT \(count)
            """, attempt(from:))
    }

    /// Attempts whose time is up and that nobody has closed yet.
    package func overdueAttempts() throws -> [Attempt] {
        try all(
            "SELECT * FROM attempt WHERE closed_at IS NULL AND closes_at <= \(now) ORDER BY closes_at",
            attempt(from:))
    }

    package func responses(of attempt: AttemptID) throws -> [Response] {
        try all("SELECT * FROM response WHERE attempt_id = \(attempt) ORDER BY position", Response.init(row:))
    }

    package func lastResponse(of attempt: AttemptID) throws -> Response? {
        try first(
            "SELECT * FROM response WHERE attempt_id = \(attempt) ORDER BY position DESC LIMIT 1", Response.init(row:))
    }

    package func response(at position: Int, of attempt: AttemptID) throws -> Response? {
        try first(
            "SELECT * FROM response WHERE attempt_id = \(attempt) AND position = \(position)", Response.init(row:))
    }

    package func question(_ id: QuestionID, version: String) throws -> Question? {
        try frozen("question \(id) \(version)") {
            let body: String? = try value(
                "SELECT body FROM question_version WHERE question_id = \(id.value) AND version = \(version)")
            return try body.map { try JSONText.read($0) }
        }
    }

    /// An attempt by its id, for the program's own work on it; whoever shows one asks with the owner's record.
    package func attempt(_ id: AttemptID) throws -> Attempt? {
        try first("SELECT * FROM attempt WHERE attempt_id = \(id)", attempt(from:))
    }

    /// The questions of a competency that the owner has met in practice and placement.
    package func questionsMet(in competency: CompetencyID, by owner: OwnRecord) throws -> Set<QuestionID> {
        Set(
            try values(
                """
                SELECT DISTINCT question_id FROM attempt JOIN response USING (attempt_id)
                WHERE person_id = \(owner.person) AND competency = \(competency.value)
                """, as: String.self
            ).map { QuestionID($0) })
    }

    /// The days of the exams that count as sittings: all but those with a recorded technical fault.
    package func sittings(of person: PersonID, for certification: String) throws -> [Day] {
        try values(
            """
            SELECT day FROM attempt WHERE person_id = \(person) AND certification_id = \(certification)
                AND fault_note IS NULL
            ORDER BY day
            """)
    }
}

extension Connection {
    private func attempt(from row: Row) throws -> Attempt {
        let id: AttemptID = try row["attempt_id"]
        let plan: AttemptPlan? = try frozen("plan \(id)") { try JSONText.read(try row["plan"]) }
        guard let plan else { throw RowError.noColumn("plan") }
        return try Attempt(row: row, plan: plan)
    }
}

extension Transaction {
    /// Starts an attempt, or answers nothing where the same one is already open.
    package func addAttempt(
        of person: Person, purpose: Purpose, certification: String?, competency: CompetencyID?,
        language: ContentLanguage, plan: AttemptPlan, closesAt: Date?
    ) throws -> AttemptID? {
        try value(
            """
            INSERT INTO attempt (person_id, agency_id, unit_id, job_role, purpose, certification_id, competency,
                language, plan, started_at, day, closes_at)
            VALUES (\(person.id), \(person.posting.agency), \(person.posting.unit), \(person.posting.jobRole),
                \(purpose), \(certification), \(competency?.value), \(language), \(try JSONText.of(plan)), \(now),
                \(today), \(closesAt))
            ON CONFLICT DO NOTHING RETURNING attempt_id
            """)
    }

    /// Freezes the version of a question that is about to be shown.
    package func keep(_ question: Question) throws {
        guard
            try !exists(
                """
                SELECT 1 FROM question_version
                WHERE question_id = \(question.id.value) AND version = \(question.version)
                """)
        else { return }
        try run(
            """
            INSERT INTO question_version (question_id, version, body)
            VALUES (\(question.id.value), \(question.version), \(try JSONText.of(question)))
            """)
    }

    /// Puts a question on the attempt's table.
    ///
    /// Its version must have been kept.
    package func ask(_ question: Question, as item: Item, shuffle: [Int], position: Int, in attempt: AttemptID) throws {
        try run(
            """
            INSERT INTO response (attempt_id, position, question_id, question_version, discrimination, difficulty,
                guessing, shuffle, shown_at)
            VALUES (\(attempt), \(position), \(question.id.value), \(question.version),
                \(item.parameters.discrimination), \(item.parameters.difficulty), \(item.parameters.guessing),
                \(shuffle.map(String.init).joined(separator: ",")), \(now))
            """)
    }

    package func record(_ answer: Answer, isRight: Bool, position: Int, in attempt: AttemptID) throws {
        try run(
            """
            UPDATE response SET answered_at = \(now), answer = \(answer), is_right = \(isRight)
            WHERE attempt_id = \(attempt) AND position = \(position)
            """)
    }

    package func close(
        _ attempt: AttemptID, at instant: Date, reason: ClosingReason, outcome: Outcome, result: AttemptResult
    ) throws {
        try run(
            """
            UPDATE attempt SET closed_at = \(instant), stop_reason = \(reason), outcome = \(outcome),
                result = \(try JSONText.of(result))
            WHERE attempt_id = \(attempt) AND closed_at IS NULL
            """)
    }

    /// A technical fault makes an unfinished exam no sitting.
    package func recordFault(_ note: String, of attempt: AttemptID) throws {
        try run("UPDATE attempt SET fault_note = \(note) WHERE attempt_id = \(attempt) AND outcome = 'unfinished'")
    }
}

extension Attempt {
    fileprivate init(row: Row, plan: AttemptPlan) throws {
        let closedAt: Date? = try row["closed_at"]
        let closing: Closing? = try closedAt.map { at in
            Closing(
                at: at, reason: try row["stop_reason"], outcome: try row["outcome"],
                result: try JSONText.read(try row["result"]))
        }
        self.init(
            id: try row["attempt_id"], person: try row["person_id"], purpose: try row["purpose"],
            certification: try row["certification_id"],
            competency: (try row["competency"] as String?).map { CompetencyID($0) },
            language: try row["language"], plan: plan, startedAt: try row["started_at"],
            day: try row["day"], closesAt: try row["closes_at"], closing: closing)
    }
}

extension Response {
    init(row: Row) throws {
        let question: String = try row["question_id"]
        // The ids of questions begin with their competency; level and exhibit matter only while a form is drawn.
        let competency = question.split(separator: "-").first.map(String.init) ?? question
        let answeredAt: Date? = try row["answered_at"]
        self.init(
            position: try row["position"], question: QuestionID(question), version: try row["question_version"],
            item: Item(
                id: ItemID(question),
                parameters: try ItemParameters(
                    discrimination: try row["discrimination"], difficulty: try row["difficulty"],
                    guessing: try row["guessing"]),
                content: ContentTag(competency: competency, level: 0)),
            shuffle: (try row["shuffle"] as String).split(separator: ",").compactMap { Int($0) },
            shownAt: try row["shown_at"],
            answer: try answeredAt.map { at in
                Answered(at: at, answer: try row["answer"], isRight: try row["is_right"])
            })
    }
}
