import Assessment
package import Organization

/// Which of the people in scope a staff list shows.
package struct StaffFilter: Hashable, Sendable {
    /// How a person's certificates stand today; of each kind only the latest counts.
    package enum Standing: Hashable, Sendable {
        /// Valid today, be it for long or not.
        case valid
        case expiring(withinDays: Int)
        /// Run out and not renewed.
        case expired
        /// Never held.
        case missing
    }

    package enum Order: String, CaseIterable, Sendable {
        case name, unit
        /// Who runs out first comes first, who holds nothing last.
        case validThrough = "valid-through"
    }

    package var unit: UnitID?
    /// The id of a job role.
    package var jobRole: String?
    /// The id of the certification that `standing` and the order by validity look at; any where there is none.
    package var certification: String?
    package var standing: Standing?
    /// Parts of a name or of a staff number, as typed.
    package var search: String?
    package var includesLeft: Bool
    /// Only those who have not opened an account yet: whoever still needs an activation code.
    package var hasNoAccount: Bool

    package init(
        unit: UnitID? = nil, jobRole: String? = nil, certification: String? = nil, standing: Standing? = nil,
        search: String? = nil, includesLeft: Bool = false, hasNoAccount: Bool = false
    ) {
        self.unit = unit
        self.jobRole = jobRole
        self.certification = certification
        self.standing = standing
        self.search = search
        self.includesLeft = includesLeft
        self.hasNoAccount = hasNoAccount
    }
}

extension StaffFilter {
    /// More than this of a search is not a name.
    private static let longestSearch = 100
    /// No certificate lasts longer, and days stay within the calendar.
    private static let longestSpan = 3660

    /// The condition on `person`.
    func condition(in scope: Scope, today: Day) -> SQL {
        var conditions = [scope.condition(on: .person)]
        if !includesLeft { conditions.append("person.status = 'active'") }
        if hasNoAccount {
            conditions.append(
                """
                NOT EXISTS (SELECT 1 FROM account
                    WHERE account.person_id = person.person_id AND account.is_closed = 0)
                """)
        }
        if let unit { conditions.append("person.unit_id = \(unit)") }
        if let jobRole { conditions.append("person.job_role = \(jobRole)") }
        if let standing { conditions.append(Self.condition(standing, of: certification, today: today)) }
        conditions += patterns.map { "person.search_key LIKE \($0) ESCAPE '\\'" }
        return .joined(conditions, by: " AND ")
    }

    static func condition(_ standing: Standing, of certification: String?, today: Day) -> SQL {
        let own = SQL.certificates(of: certification)
        switch standing {
        case .valid:
            return "EXISTS (SELECT 1 \(own) AND valid_through >= \(today))"
        case .expiring(let days):
            let last = today.adding(days: min(max(days, 0), longestSpan))
            return """
                EXISTS (SELECT 1 \(own) GROUP BY certification_id
                    HAVING max(valid_through) BETWEEN \(today) AND \(last))
                """
        case .expired:
            return "EXISTS (SELECT 1 \(own) GROUP BY certification_id HAVING max(valid_through) < \(today))"
        case .missing:
            return "NOT EXISTS (SELECT 1 \(own))"
        }
    }

    /// The first day on which a certificate that counts runs out, as a column; far ahead for who holds none.
    var soonestEnd: SQL {
        """
        coalesce((
            SELECT min(latest.valid_through) FROM (
                SELECT max(valid_through) AS valid_through \(SQL.certificates(of: certification))
                GROUP BY certification_id) AS latest), '9999-12-31') AS soonest_end
        """
    }

    /// One pattern a word, so that *Leyla İsmayılova* is found under her family name too.
    private var patterns: [String] {
        TextKeys.search(String((search ?? "").prefix(Self.longestSearch)))
            .split(whereSeparator: \.isWhitespace)
            .map { word in
                // What a visitor types is text: its wildcards stand for themselves.
                "%" + word.map { "\\%_".contains($0) ? "\\\($0)" : String($0) }.joined() + "%"
            }
    }
}

extension SQL {
    fileprivate static func certificates(of certification: String?) -> SQL {
        let kind: SQL = certification.map { "certification_id = \($0)" } ?? "1 = 1"
        return "FROM certificate WHERE certificate.person_id = person.person_id AND \(kind)"
    }
}
