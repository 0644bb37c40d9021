import AdaptiveTesting
package import Assessment
package import Competencies
package import Organization

extension Connection {
    /// The newest certified state in each competency on a day.
    package func certifiedStates(of person: PersonID, on day: Day) throws -> [CompetencyState] {
        try all(
            """
            SELECT competency, ability, standard_error, max(day || printf('%020d', attempt_id)), day
            FROM certified_state WHERE person_id = \(person) AND day <= \(day)
            GROUP BY competency ORDER BY competency
            """, CompetencyState.init(row:))
    }

    /// The private states, which only the person's own record opens.
    package func privateStates(of owner: OwnRecord) throws -> [CompetencyState] {
        try all(
            """
            SELECT competency, ability, standard_error, day FROM private_state WHERE person_id = \(owner.person)
            ORDER BY competency
            """, CompetencyState.init(row:))
    }
}

extension Transaction {
    package func addCertifiedState(_ state: CompetencyState, of person: PersonID, from attempt: AttemptID) throws {
        try run(
            """
            INSERT INTO certified_state (person_id, competency, day, attempt_id, ability, standard_error)
            VALUES (\(person), \(state.competency.value), \(state.day), \(attempt), \(state.estimate.ability),
                \(state.estimate.standardError))
            """)
    }

    package func setPrivateState(_ state: CompetencyState, of person: PersonID) throws {
        try run(
            """
            INSERT INTO private_state (person_id, competency, day, ability, standard_error)
            VALUES (\(person), \(state.competency.value), \(state.day), \(state.estimate.ability),
                \(state.estimate.standardError))
            ON CONFLICT (person_id, competency) DO UPDATE SET day = excluded.day, ability = excluded.ability,
                standard_error = excluded.standard_error
            """)
    }
}

extension CompetencyState {
    init(row: Row) throws {
        self.init(
            competency: CompetencyID(try row["competency"] as String),
            estimate: AbilityEstimate(ability: try row["ability"], standardError: try row["standard_error"]),
            day: try row["day"])
    }
}
