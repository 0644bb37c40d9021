package import FoundationEssentials
package import Organization

/// How an account stands, without anything that opens it.
package struct AccountState: Hashable, Sendable {
    package let userName: String
    package let isClosed: Bool
    /// Wrong passwords in a row since the last right one.
    package let failures: Int
    package let lastFailureAt: Date?
    package let hasSecondFactor: Bool
}

/// One person of the administrator's list.
package struct AccountRow: Sendable {
    package let person: Person
    package let agencyName: String
    package let unitName: String
    /// Nothing for somebody who has never chosen a password.
    package let account: AccountState?
    package let roles: Set<Role.Kind>
}

/// Which people the administrator's list shows.
package struct AccountFilter: Hashable, Sendable {
    package enum Group: String, CaseIterable, Sendable {
        case everyone
        case withRole = "role"
        case withoutAccount = "no-account"
        case closed
    }

    package var group: Group
    /// Parts of a name or of a staff number, as typed.
    package var search: String

    package init(group: Group = .everyone, search: String = "") {
        self.group = group
        self.search = search
    }
}

/// A role as it was given: to whom is known from the question.
package struct RoleGrant: Hashable, Sendable {
    package let kind: Role.Kind
    package let agency: AgencyID?
    package let includesSubordinates: Bool
    package let unit: UnitID?
    /// The name of the agency or unit for which the role holds.
    package let place: String?

    package init(
        kind: Role.Kind, agency: AgencyID? = nil, includesSubordinates: Bool = false, unit: UnitID? = nil,
        place: String? = nil
    ) {
        self.kind = kind
        self.agency = agency
        self.includesSubordinates = includesSubordinates
        self.unit = unit
        self.place = place
    }
}

extension Connection {
    /// A stretch of the accounts list by name, and how many people the whole of it has.
    package func accountPage(
        in scope: Scope, matching filter: AccountFilter, offset: Int, count: Int
    ) throws -> (total: Int, rows: [AccountRow]) {
        let condition = filter.condition(in: scope, today: today)
        let joins: SQL = "FROM person LEFT JOIN account ON account.person_id = person.person_id"
        let total: Int = try value("SELECT count(*) \(joins) WHERE \(condition)") ?? 0
        let people = try all(
            """
            SELECT person.*, unit.name AS unit_name, agency.name AS agency_name, account.user_name, account.is_closed,
                account.failures, account.last_failure_at, account.second_factor_secret IS NOT NULL AS has_factor
            \(joins) JOIN unit ON unit.unit_id = person.unit_id JOIN agency ON agency.agency_id = person.agency_id
            WHERE \(condition) ORDER BY person.sort_key, person.person_id
            LIMIT \(max(count, 0)) OFFSET \(max(offset, 0))
            """
        ) { row in
            (
                person: try Person(row: row), unit: try row["unit_name"] as String,
                agency: try row["agency_name"] as String, account: try AccountState(joined: row)
            )
        }
        let kinds = try all(
            "SELECT person_id, role FROM role_grant WHERE person_id IN \(list: people.map(\.person.id))"
        ) { (person: try $0[0] as PersonID, kind: try $0[1] as Role.Kind) }
        let roles = Dictionary(grouping: kinds, by: \.person)
        return (
            total,
            people.map { person, unit, agency, account in
                AccountRow(
                    person: person, agencyName: agency, unitName: unit, account: account,
                    roles: Set(roles[person.id, default: []].map(\.kind)))
            }
        )
    }

    package func accountState(of person: PersonID) throws -> AccountState? {
        try first(
            """
            SELECT user_name, is_closed, failures, last_failure_at, second_factor_secret IS NOT NULL AS has_factor
            FROM account WHERE person_id = \(person)
            """
        ) { try AccountState(joined: $0) } ?? nil
    }

    /// In the order of the roles' names, then of the places for which they hold.
    package func roleGrants(of person: PersonID) throws -> [RoleGrant] {
        try all(
            """
            SELECT role, role_grant.agency_id, includes_subordinates, role_grant.unit_id,
                coalesce(agency.name, unit.name) AS place
            FROM role_grant LEFT JOIN agency ON agency.agency_id = role_grant.agency_id
                LEFT JOIN unit ON unit.unit_id = role_grant.unit_id
            WHERE person_id = \(person) ORDER BY role, coalesce(agency.sort_key, unit.sort_key)
            """
        ) { row in
            RoleGrant(
                kind: try row["role"], agency: try row["agency_id"],
                includesSubordinates: try row["includes_subordinates"],
                unit: try row["unit_id"], place: try row["place"])
        }
    }

    package func openSessions(of person: PersonID) throws -> Int {
        try value("SELECT count(*) FROM session WHERE person_id = \(person)") ?? 0
    }

    /// Until when the person's activation code can be used, where they have one.
    package func activationCodeExpiry(of person: PersonID) throws -> Date? {
        try value("SELECT expires_at FROM activation_code WHERE person_id = \(person) AND expires_at > \(now)")
    }

    /// Administrators who can sign in.
    package func administrators() throws -> [PersonID] {
        try values(
            """
            SELECT person_id FROM role_grant JOIN person USING (person_id) JOIN account USING (person_id)
            WHERE role = \(Role.Kind.administrator) AND status = 'active' AND is_closed = 0
            """)
    }
}

extension Transaction {
    /// Takes one grant back; answers whether it was there.
    package func revoke(_ grant: RoleGrant, from person: PersonID) throws -> Bool {
        try run(
            """
            DELETE FROM role_grant WHERE person_id = \(person) AND role = \(grant.kind)
                AND coalesce(agency_id, 0) = coalesce(\(grant.agency), 0)
                AND coalesce(unit_id, 0) = coalesce(\(grant.unit), 0)
            """) > 0
    }

    /// Nobody signs in to the account any more, by password or by code, until a new activation code opens it again.
    package func closeAccount(of person: PersonID) throws {
        try run("UPDATE account SET is_closed = 1 WHERE person_id = \(person)")
        try run("DELETE FROM activation_code WHERE person_id = \(person)")
        try endSessions(of: person)
    }

    package func endAllSessions() throws {
        try run("DELETE FROM session")
    }
}

extension AccountFilter {
    fileprivate func condition(in scope: Scope, today: Day) -> SQL {
        let people = StaffFilter(search: search, includesLeft: true).condition(in: scope, today: today)
        let own: SQL =
            switch group {
            case .everyone: "1 = 1"
            case .withRole: "EXISTS (SELECT 1 FROM role_grant WHERE role_grant.person_id = person.person_id)"
            case .withoutAccount: "account.person_id IS NULL AND person.status = 'active'"
            case .closed: "account.is_closed = 1"
            }
        return "\(people) AND \(own)"
    }
}

extension AccountState {
    /// Nothing where the join found no account.
    fileprivate init?(joined row: Row) throws {
        guard let userName = try row["user_name"] as String? else { return nil }
        self.init(
            userName: userName, isClosed: try row["is_closed"], failures: try row["failures"],
            lastFailureAt: try row["last_failure_at"], hasSecondFactor: try row["has_factor"])
    }
}
