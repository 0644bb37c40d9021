package import AdaptiveTesting
package import Competencies
package import Training

/// Parameters of one question that were estimated from answers to this version of it.
package struct CalibratedParameters: Sendable {
    package let version: String
    package let parameters: ItemParameters

    package init(version: String, parameters: ItemParameters) {
        self.version = version
        self.parameters = parameters
    }
}

extension Connection {
    /// The newest release of each competency.
    package func calibratedParameters(of competencies: Set<String>) throws -> [QuestionID: CalibratedParameters] {
        let rows = try all(
            """
            SELECT question_id, question_version, discrimination, difficulty, guessing FROM calibrated_item
            WHERE release_id IN (
                SELECT max(release_id) FROM calibration_release WHERE competency IN \(list: competencies.sorted())
                GROUP BY competency)
            """
        ) { row in
            (
                QuestionID(try row[0] as String),
                CalibratedParameters(
                    version: try row[1],
                    parameters: try ItemParameters(
                        discrimination: try row[2], difficulty: try row[3], guessing: try row[4]))
            )
        }
        return Dictionary(rows, uniquingKeysWith: { first, _ in first })
    }
}

extension Transaction {
    /// Releases parameters for a competency; attempts that are running keep what they began with.
    package func release(
        _ items: [QuestionID: CalibratedParameters], of competency: CompetencyID, basis: String
    ) throws {
        let release: Int64 = try required(
            """
            INSERT INTO calibration_release (competency, day, basis)
            VALUES (\(competency.value), \(today), \(basis)) RETURNING release_id
            """)
        for (question, item) in items {
            try run(
                """
                INSERT INTO calibrated_item (release_id, question_id, question_version, discrimination, difficulty,
                    guessing)
                VALUES (\(release), \(question.value), \(item.version), \(item.parameters.discrimination),
                    \(item.parameters.difficulty), \(item.parameters.guessing))
                """)
        }
    }
}
