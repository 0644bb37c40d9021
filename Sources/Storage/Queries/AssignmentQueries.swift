package import Organization

/// Which of the courses assigned to people in scope a list shows.
package struct AssignmentFilter: Hashable, Sendable {
    package enum State: String, CaseIterable, Hashable, Sendable {
        /// Not finished, and the day has passed.
        case late
        /// Not finished, late or not.
        case open
        case finished
    }

    package var state: State
    package var unit: UnitID?
    /// A course's slug.
    package var course: String?

    package init(state: State = .open, unit: UnitID? = nil, course: String? = nil) {
        self.state = state
        self.unit = unit
        self.course = course
    }

    fileprivate func condition(in scope: Scope, today: Day) -> SQL {
        var conditions = [scope.condition(on: .person), "person.status = 'active'"]
        switch state {
        case .late: conditions.append("enrolment.finished_day IS NULL AND assignment.due_day < \(today)")
        case .open: conditions.append("enrolment.finished_day IS NULL")
        case .finished: conditions.append("enrolment.finished_day IS NOT NULL")
        }
        if let unit { conditions.append("person.unit_id = \(unit)") }
        if let course { conditions.append("assignment.course = \(course)") }
        return .joined(conditions, by: " AND ")
    }
}

/// A course that somebody on the list has to finish, or has finished.
package struct AssignedCourse: Hashable, Sendable {
    package let person: Person
    package let agencyName: String
    package let unitName: String
    package let course: String
    package let dueDay: Day
    package let finishedDay: Day?
}

extension Connection {
    /// A stretch of the assigned courses, whose day comes first first, and how many the whole list has.
    package func assignmentPage(
        in scope: Scope, matching filter: AssignmentFilter, offset: Int, count: Int
    ) throws -> (total: Int, rows: [AssignedCourse]) {
        let source: SQL = """
            FROM assignment JOIN person ON person.person_id = assignment.person_id
                LEFT JOIN enrolment ON enrolment.person_id = assignment.person_id
                    AND enrolment.course = assignment.course
                JOIN unit ON unit.unit_id = person.unit_id
                JOIN agency ON agency.agency_id = person.agency_id
            WHERE \(filter.condition(in: scope, today: today))
            """
        let total: Int = try value("SELECT count(*) \(source)") ?? 0
        let rows = try all(
            """
            SELECT person.*, agency.name AS agency_name, unit.name AS unit_name, assignment.course AS course,
                assignment.due_day AS due_day, enrolment.finished_day AS finished_day
            \(source) ORDER BY assignment.due_day, person.sort_key, person.person_id, assignment.course
            LIMIT \(max(count, 0)) OFFSET \(max(offset, 0))
            """
        ) { row in
            AssignedCourse(
                person: try Person(row: row), agencyName: try row["agency_name"], unitName: try row["unit_name"],
                course: try row["course"], dueDay: try row["due_day"], finishedDay: try row["finished_day"])
        }
        return (total, rows)
    }
}
