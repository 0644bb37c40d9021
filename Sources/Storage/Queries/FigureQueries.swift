import AdaptiveTesting
import Assessment
package import Competencies
package import Organization
package import Oversight

extension Connection {
    /// The unit where the scope reaches it; what it does not reach is not there.
    package func unit(_ id: UnitID, in scope: Scope) throws -> AgencyUnit? {
        try first(
            "SELECT * FROM unit WHERE unit_id = \(id) AND \(scope.condition(on: .unit))", AgencyUnit.init(row:))
    }

    /// The figures of each unit in scope as they stood on a day; a unit without people that day is not in it.
    ///
    /// All of it is read from history (postings, finished courses, certificates, certified states), so a day that is
    /// over keeps its figures whatever happens later.
    package func unitFigures(
        in scope: Scope, on day: Day, jobRoles: [JobRole], framework: Framework
    ) throws -> [UnitID: UnitFigures] {
        let judge = ProfileJudge(jobRoles: jobRoles, framework: framework, day: day)
        let staff = SQL.staff(in: scope, on: day)
        let groups = try staffGroups(staff, on: day)
        let certificates = try certificateCounts(staff, on: day)
        let meeting = try meetingProfile(staff, on: day, judge: judge)
        return Dictionary(grouping: groups, by: \.unit).reduce(into: [:]) { figures, unit in
            let counts = certificates[unit.key] ?? CertificateCounts(valid: 0, expiring: 0, expired: 0)
            let profiled = unit.value.filter { judge.needs[$0.jobRole] != nil }
            figures[unit.key] = UnitFigures(
                headcount: unit.value.reduce(0) { $0 + $1.people }, trained: unit.value.reduce(0) { $0 + $1.trained },
                valid: counts.valid, expiring: counts.expiring, expired: counts.expired,
                profile: Share(part: meeting[unit.key, default: 0], whole: profiled.reduce(0) { $0 + $1.people }))
        }
    }

    /// How the unit's people stood on a day in each competency that somebody's job role there needs.
    ///
    /// Whoever has no certified state in a competency stands nowhere in it, and is not counted.
    package func levelDistributions(
        of unit: UnitID, in scope: Scope, on day: Day, jobRoles: [JobRole], framework: Framework
    ) throws -> [LevelDistribution] {
        let judge = ProfileJudge(jobRoles: jobRoles, framework: framework, day: day)
        let staff = SQL.staff(in: scope, on: day, unit: unit)
        let roles = try values("\(staff) SELECT DISTINCT job_role FROM staff", as: String.self)
        let competencies = Set(roles.flatMap { judge.needs[$0, default: [:]].keys })
        let levels = try all(
            """
            \(staff) SELECT state.competency, state.ability, state.standard_error, state.day
            FROM staff JOIN certified_state AS state ON state.person_id = staff.person_id
            WHERE state.competency IN \(list: competencies.map(\.value).sorted()) AND \(SQL.isNewestState(on: day))
            """
        ) { row in
            let competency = CompetencyID(try row[0] as String)
            return (
                competency: competency,
                level: judge.level(
                    in: competency, ability: try row[1], standardError: try row[2], from: try row[3])
            )
        }
        return competencies.sorted().map { competency in
            var counts = Array(repeating: 0, count: judge.cuts[competency, default: []].count + 1)
            for found in levels where found.competency == competency { counts[found.level?.rank ?? 0] += 1 }
            return LevelDistribution(competency: competency, counts: counts)
        }
    }
}

private struct CertificateCounts {
    let valid: Int
    let expiring: Int
    let expired: Int
}

extension Connection {
    private func staffGroups(
        _ staff: SQL, on day: Day
    ) throws -> [(unit: UnitID, jobRole: String, people: Int, trained: Int)] {
        try all(
            """
            \(staff) SELECT unit_id, job_role, count(*), sum(
                CASE WHEN EXISTS (
                    SELECT 1 FROM enrolment
                    WHERE enrolment.person_id = staff.person_id
                        AND finished_day > \(day.adding(months: -12)) AND finished_day <= \(day))
                THEN 1 ELSE 0 END)
            FROM staff GROUP BY unit_id, job_role
            """
        ) { (try $0[0], try $0[1], try $0[2], try $0[3]) }
    }

    /// Of each person's certificates of one kind only the latest counts: what was renewed has not expired.
    private func certificateCounts(_ staff: SQL, on day: Day) throws -> [UnitID: CertificateCounts] {
        let soon = day.adding(days: CertificateStanding.expiringDays)
        let rows = try all(
            """
            \(staff) SELECT unit_id, sum(CASE WHEN valid_through > \(soon) THEN 1 ELSE 0 END),
                sum(CASE WHEN valid_through BETWEEN \(day) AND \(soon) THEN 1 ELSE 0 END),
                sum(CASE WHEN valid_through < \(day) THEN 1 ELSE 0 END)
            FROM (
                SELECT staff.unit_id, max(certificate.valid_through) AS valid_through
                FROM staff JOIN certificate ON certificate.person_id = staff.person_id
                WHERE certificate.issued <= \(day)
                GROUP BY staff.unit_id, staff.person_id, certificate.certification_id) AS latest
            GROUP BY unit_id
            """
        ) { row in
            (
                try row[0] as UnitID,
                CertificateCounts(valid: try row[1], expiring: try row[2], expired: try row[3])
            )
        }
        return Dictionary(rows, uniquingKeysWith: { first, _ in first })
    }

    /// How many people of each unit hold every level that their job role of that day needs.
    private func meetingProfile(_ staff: SQL, on day: Day, judge: ProfileJudge) throws -> [UnitID: Int] {
        var held: [PersonID: Int] = [:]
        var meeting: [UnitID: Int] = [:]
        var days: [String: Day] = [:]
        let judged = try all(
            """
            \(staff) SELECT staff.unit_id, staff.person_id, staff.job_role, state.competency, state.ability,
                state.standard_error, state.day
            FROM staff JOIN certified_state AS state ON state.person_id = staff.person_id
            WHERE state.competency IN \(list: judge.cuts.keys.map(\.value).sorted())
                AND \(SQL.isNewestState(on: day))
            """
        ) { row -> (unit: UnitID, person: PersonID, needs: Int)? in
            let needs = judge.needs[try row[2], default: [:]]
            let competency = CompetencyID(try row[3] as String)
            guard let needed = needs[competency] else { return nil }
            // Exams crowd on few days, and reading a day costs more than all the rest of the row.
            let text: String = try row[6]
            let stated = try days[text] ?? row[6]
            days[text] = stated
            let level = judge.level(in: competency, ability: try row[4], standardError: try row[5], from: stated)
            guard let level, level >= needed else { return nil }
            return (unit: try row[0], person: try row[1], needs: needs.count)
        }
        for state in judged.compactMap({ $0 }) {
            held[state.person, default: 0] += 1
            // A person has one newest state a competency, so the last one needed completes the profile.
            if held[state.person] == state.needs { meeting[state.unit, default: 0] += 1 }
        }
        return meeting
    }
}

/// Reads levels from certified states as of one day.
private struct ProfileJudge {
    /// By job role; roles that need nothing are left out.
    let needs: [String: [CompetencyID: Level]]
    let cuts: [CompetencyID: [Double]]
    private let scale: Scale
    private let day: Day

    init(jobRoles: [JobRole], framework: Framework, day: Day) {
        needs = jobRoles.reduce(into: [:]) { needs, role in
            if !role.needs.isEmpty { needs[role.id] = role.needs }
        }
        cuts = Set(jobRoles.flatMap(\.needs.keys)).reduce(into: [:]) { $0[$1] = framework.cuts(of: $1) }
        scale = framework.scale
        self.day = day
    }

    func level(in competency: CompetencyID, ability: Double, standardError: Double, from stated: Day) -> Level? {
        let state = CompetencyState(
            competency: competency, estimate: AbilityEstimate(ability: ability, standardError: standardError),
            day: stated)
        return LevelJudgement(state.aged(to: day, on: scale).estimate, cuts: cuts[competency, default: []]).level
    }
}

extension SQL {
    /// A common table of the people who were posted to units in scope on a day, with the job role of that day.
    fileprivate static func staff(in scope: Scope, on day: Day, unit: UnitID? = nil) -> SQL {
        let one: SQL = unit.map { "posting.unit_id = \($0)" } ?? "1 = 1"
        return """
            WITH staff AS (
                SELECT posting.person_id, posting.unit_id, posting.job_role
                FROM posting JOIN unit ON unit.unit_id = posting.unit_id
                WHERE posting.first_day <= \(day) AND (posting.last_day IS NULL OR posting.last_day >= \(day))
                    AND \(scope.condition(on: .unit)) AND \(one))
            """
    }

    /// Whether `state` is the person's newest in its competency on a day.
    fileprivate static func isNewestState(on day: Day) -> SQL {
        """
        state.day <= \(day) AND NOT EXISTS (
            SELECT 1 FROM certified_state AS later
            WHERE later.person_id = state.person_id AND later.competency = state.competency AND later.day <= \(day)
                AND (later.day, later.attempt_id) > (state.day, state.attempt_id))
        """
    }
}
