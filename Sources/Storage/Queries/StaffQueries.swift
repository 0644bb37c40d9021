import Assessment
package import Competencies
package import Organization
package import Oversight

/// One person of a staff list, with the latest certificate of each kind.
package struct StaffRow: Hashable, Sendable {
    package let person: Person
    package let agencyName: String
    package let unitName: String
    /// By certification.
    package let certificates: [String: Held]
    /// Exams sat without holding the certificate, by certification; those with a recorded fault do not count.
    package let examAttempts: [String: Int]

    package struct Held: Hashable, Sendable {
        package let code: String
        package let validThrough: Day

        package init(code: String, validThrough: Day) {
            self.code = code
            self.validThrough = validThrough
        }
    }
}

/// What stands above a staff list; each number equals the list that opens behind it.
package struct StaffSummary: Hashable, Sendable {
    package let people: Int
    /// People whose job role needs something, and of them those at or above all of it.
    package let profile: Share
    /// People with a certificate that runs out within `CertificateStanding.expiringDays`.
    package let expiring: Int
    /// People with a certificate that ran out and was not renewed.
    package let expired: Int
}

extension Connection {
    /// A stretch of the staff list, and how many people the whole of it has.
    package func staffPage(
        in scope: Scope, matching filter: StaffFilter, sortedBy order: StaffFilter.Order = .name, offset: Int,
        count: Int
    ) throws -> (total: Int, rows: [StaffRow]) {
        let condition = filter.condition(in: scope, today: today)
        let total: Int = try value("SELECT count(*) FROM person WHERE \(condition)") ?? 0
        let rows = try staffRows(
            where: condition, filter: filter, order: order, limit: "LIMIT \(max(count, 0)) OFFSET \(max(offset, 0))")
        return (total, rows)
    }

    /// The whole staff list: what an export holds.
    package func allStaffRows(
        in scope: Scope, matching filter: StaffFilter, sortedBy order: StaffFilter.Order = .name
    ) throws -> [StaffRow] {
        try staffRows(where: filter.condition(in: scope, today: today), filter: filter, order: order, limit: "")
    }

    /// Everybody on a staff list, by name: whom an action on the whole list means.
    package func staffIDs(in scope: Scope, matching filter: StaffFilter) throws -> [PersonID] {
        try values(
            """
            SELECT person.person_id FROM person WHERE \(filter.condition(in: scope, today: today))
            ORDER BY person.sort_key, person.person_id
            """)
    }

    package func staffSummary(in scope: Scope, jobRoles: [JobRole], framework: Framework) throws -> StaffSummary {
        let expiring = StaffFilter.condition(
            .expiring(withinDays: CertificateStanding.expiringDays), of: nil, today: today)
        let expired = StaffFilter.condition(.expired, of: nil, today: today)
        let figures = try unitFigures(in: scope, on: today, jobRoles: jobRoles, framework: framework)
        let counts = try first(
            """
            SELECT count(*), coalesce(sum(CASE WHEN \(expiring) THEN 1 ELSE 0 END), 0),
                coalesce(sum(CASE WHEN \(expired) THEN 1 ELSE 0 END), 0)
            FROM person WHERE \(StaffFilter().condition(in: scope, today: today))
            """
        ) { (people: try $0[0] as Int, expiring: try $0[1] as Int, expired: try $0[2] as Int) }
        return StaffSummary(
            people: counts?.people ?? 0, profile: figures.values.reduce(.none) { $0 + $1.profile },
            expiring: counts?.expiring ?? 0, expired: counts?.expired ?? 0)
    }
}

extension Connection {
    private func staffRows(
        where condition: SQL, filter: StaffFilter, order: StaffFilter.Order, limit: SQL
    ) throws -> [StaffRow] {
        let (column, sorting): (SQL, SQL) =
            switch order {
            case .name: ("''", "person.sort_key")
            case .unit: ("''", "unit.sort_key, unit.unit_id, person.sort_key")
            case .validThrough: (filter.soonestEnd, "soonest_end, person.sort_key")
            }
        let people = try all(
            """
            SELECT person.*, unit.name AS unit_name, agency.name AS agency_name, \(column)
            FROM person JOIN unit ON unit.unit_id = person.unit_id
                JOIN agency ON agency.agency_id = person.agency_id
            WHERE \(condition) ORDER BY \(sorting), person.person_id \(limit)
            """
        ) {
            (person: try Person(row: $0), unit: try $0["unit_name"] as String, agency: try $0["agency_name"] as String)
        }
        var certificates: [PersonID: [String: StaffRow.Held]] = [:]
        var attempts: [PersonID: [String: Int]] = [:]
        for chunk in people.map(\.person.id).chunked(by: 500) {
            for (person, certification, held) in try heldCertificates(of: chunk) {
                certificates[person, default: [:]][certification] = held
            }
            for (person, certification, count) in try examAttempts(of: chunk) {
                attempts[person, default: [:]][certification] = count
            }
        }
        return people.map { person, unit, agency in
            let held = certificates[person.id, default: [:]]
            return StaffRow(
                person: person, agencyName: agency, unitName: unit, certificates: held,
                examAttempts: attempts[person.id, default: [:]].filter { held[$0.key] == nil })
        }
    }

    /// In the order of their ends, so that the last of a kind is the one that counts.
    private func heldCertificates(of people: [PersonID]) throws -> [(PersonID, String, StaffRow.Held)] {
        try all(
            """
            SELECT person_id, certification_id, code, valid_through FROM certificate
            WHERE person_id IN \(list: people) ORDER BY valid_through, certificate_id
            """
        ) { (try $0[0], try $0[1], StaffRow.Held(code: try $0[2], validThrough: try $0[3])) }
    }

    private func examAttempts(of people: [PersonID]) throws -> [(PersonID, String, Int)] {
        try all(
            """
            SELECT person_id, certification_id, count(*) FROM attempt
            WHERE person_id IN \(list: people) AND purpose = 'exam' AND closed_at IS NOT NULL AND fault_note IS NULL
            GROUP BY person_id, certification_id
            """
        ) { (try $0[0], try $0[1], try $0[2]) }
    }
}

extension Array {
    /// Lists short enough to be bound to one statement.
    fileprivate func chunked(by count: Int) -> [[Element]] {
        stride(from: 0, to: self.count, by: count).map { Array(self[$0..<Swift.min($0 + count, self.count)]) }
    }
}
