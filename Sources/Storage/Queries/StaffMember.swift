package import Assessment
package import Competencies
package import Organization

/// The certified side of one person: what their HR officer may see, never practice, placement or private states.
package struct StaffMember: Sendable {
    package let person: Person
    package let agency: Agency
    package let unit: AgencyUnit
    /// Newest first.
    package let certificates: [Certificate]
    /// Newest first.
    package let exams: [Exam]
    /// The newest certified state in each competency; its age is the reader's to add.
    package let states: [CompetencyState]
    /// Newest first.
    package let postings: [PastPosting]
    package let assignments: [AssignmentRecord]

    package struct Exam: Sendable {
        package let id: AttemptID
        package let certification: String
        package let day: Day
        package let outcome: Outcome
        package let result: AttemptResult
        /// Why the sitting does not count, where a technical fault was recorded.
        package let faultNote: String?
    }

    package struct PastPosting: Hashable, Sendable {
        package let agencyName: String
        package let unitName: String
        package let jobRole: String
        package let firstDay: Day
        /// Nothing of the present posting.
        package let lastDay: Day?

        package init(agencyName: String, unitName: String, jobRole: String, firstDay: Day, lastDay: Day?) {
            self.agencyName = agencyName
            self.unitName = unitName
            self.jobRole = jobRole
            self.firstDay = firstDay
            self.lastDay = lastDay
        }
    }
}

extension Connection {
    /// The person where the scope reaches them; what it does not reach is not there.
    package func staffMember(_ id: PersonID, in scope: Scope) throws -> StaffMember? {
        guard let person = try person(id, in: scope), let agency = try agency(person.posting.agency),
            let unit = try unit(person.posting.unit)
        else { return nil }
        return StaffMember(
            person: person, agency: agency, unit: unit, certificates: try certificates(of: id),
            exams: try exams(of: id),
            states: try certifiedStates(of: id, on: today), postings: try postings(of: id),
            assignments: try assignments(of: id))
    }

    private func exams(of person: PersonID) throws -> [StaffMember.Exam] {
        try all(
            """
            SELECT attempt_id, certification_id, day, outcome, result, fault_note FROM attempt
            WHERE person_id = \(person) AND purpose = 'exam' AND closed_at IS NOT NULL
            ORDER BY started_at DESC, attempt_id DESC
            """
        ) { row in
            StaffMember.Exam(
                id: try row[0], certification: try row[1], day: try row[2], outcome: try row[3],
                result: try JSONText.read(try row[4]), faultNote: try row[5])
        }
    }

    private func postings(of person: PersonID) throws -> [StaffMember.PastPosting] {
        try all(
            """
            SELECT agency.name, unit.name, posting.job_role, posting.first_day, posting.last_day
            FROM posting JOIN unit ON unit.unit_id = posting.unit_id
                JOIN agency ON agency.agency_id = posting.agency_id
            WHERE posting.person_id = \(person) ORDER BY posting.first_day DESC
            """
        ) { row in
            StaffMember.PastPosting(
                agencyName: try row[0], unitName: try row[1], jobRole: try row[2], firstDay: try row[3],
                lastDay: try row[4])
        }
    }
}
