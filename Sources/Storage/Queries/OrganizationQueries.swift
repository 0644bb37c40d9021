package import Organization

extension Agency.Kind: SQLConvertible {}
extension Language: SQLConvertible {}
extension ContentLanguage: SQLConvertible {}
extension Person.Status: SQLConvertible {}
extension Role.Kind: SQLConvertible {}

extension Connection {
    package func agency(_ id: AgencyID) throws -> Agency? {
        try first("SELECT * FROM agency WHERE agency_id = \(id)", Agency.init(row:))
    }

    package func agencies() throws -> [Agency] {
        try all("SELECT * FROM agency ORDER BY sort_key, agency_id", Agency.init(row:))
    }

    package func agencies(in scope: Scope) throws -> [Agency] {
        let condition: SQL =
            switch scope {
            case .state: "1 = 1"
            case .agencies(let agencies): "agency_id IN \(list: agencies.sorted())"
            case .units(let units):
                "agency_id IN (SELECT unit.agency_id FROM unit WHERE unit.unit_id IN \(list: units.sorted()))"
            }
        return try all(
            "SELECT * FROM agency WHERE \(condition) ORDER BY sort_key, agency_id", Agency.init(row:))
    }

    /// The agency and all that stand below it.
    package func agencyWithSubordinates(_ id: AgencyID) throws -> Set<AgencyID> {
        Set(
            try values(
                """
                WITH RECURSIVE below (agency_id) AS (
                    SELECT \(id)
                    UNION SELECT agency.agency_id FROM agency JOIN below ON agency.parent_id = below.agency_id)
                SELECT agency_id FROM below
                """))
    }

    package func unit(_ id: UnitID) throws -> AgencyUnit? {
        try first("SELECT * FROM unit WHERE unit_id = \(id)", AgencyUnit.init(row:))
    }

    package func unit(code: String) throws -> AgencyUnit? {
        try first("SELECT * FROM unit WHERE code = \(code)", AgencyUnit.init(row:))
    }

    package func units(in scope: Scope) throws -> [AgencyUnit] {
        try all(
            "SELECT * FROM unit WHERE \(scope.condition(on: .unit)) ORDER BY sort_key, unit_id", AgencyUnit.init(row:))
    }

    package func person(_ id: PersonID) throws -> Person? {
        try first("SELECT * FROM person WHERE person_id = \(id)", Person.init(row:))
    }

    /// The person where the scope reaches them; what it does not reach is not there.
    package func person(_ id: PersonID, in scope: Scope) throws -> Person? {
        try first(
            "SELECT * FROM person WHERE person_id = \(id) AND \(scope.condition(on: .person))", Person.init(row:))
    }

    package func person(staffNumber: String) throws -> Person? {
        try first("SELECT * FROM person WHERE staff_number = \(staffNumber)", Person.init(row:))
    }

    package func roles(of person: PersonID) throws -> Set<Role> {
        let grants = try all("SELECT * FROM role_grant WHERE person_id = \(person)") { row in
            (
                kind: try row["role"] as Role.Kind, agency: try row["agency_id"] as AgencyID?,
                unit: try row["unit_id"] as UnitID?, isDeep: try row["includes_subordinates"] as Bool
            )
        }
        return Set(
            try grants.compactMap { grant -> Role? in
                switch grant.kind {
                case .hrOfficer:
                    guard let agency = grant.agency else { return nil }
                    return .hrOfficer(agencies: grant.isDeep ? try agencyWithSubordinates(agency) : [agency])
                case .reportingOfficer: return grant.unit.map(Role.reportingOfficer)
                case .electronicController: return .electronicController
                case .author: return .author
                case .administrator: return .administrator
                }
            })
    }
}

extension Transaction {
    package func addAgency(code: String, kind: Agency.Kind, name: String, parent: AgencyID?) throws -> AgencyID {
        try required(
            """
            INSERT INTO agency (code, kind, name, sort_key, parent_id)
            VALUES (\(code), \(kind), \(name), \(TextKeys.sort(name)), \(parent)) RETURNING agency_id
            """)
    }

    package func addUnit(
        agency: AgencyID, parent: UnitID?, code: String, name: String, isEGovernment: Bool
    ) throws -> UnitID {
        try required(
            """
            INSERT INTO unit (agency_id, parent_id, code, name, sort_key, is_e_government)
            VALUES (\(agency), \(parent), \(code), \(name), \(TextKeys.sort(name)), \(isEGovernment)) RETURNING unit_id
            """)
    }

    /// A new person, posted from today.
    package func addPerson(
        staffNumber: String, name: PersonName, email: String?, language: Language, posting: Posting
    ) throws -> PersonID {
        let person: PersonID = try required(
            """
            INSERT INTO person (staff_number, family_name, given_name, patronymic, search_key, sort_key, email,
                language, agency_id, unit_id, job_role, status)
            VALUES (\(staffNumber), \(name.family), \(name.given), \(name.patronymic),
                \(TextKeys.search(name.listed + " " + staffNumber)), \(TextKeys.sort(name.listed)), \(email),
                \(language), \(posting.agency), \(posting.unit), \(posting.jobRole), 'active')
            RETURNING person_id
            """)
        try open(posting, of: person)
        return person
    }

    package func rename(_ person: PersonID, to name: PersonName, staffNumber: String) throws {
        try run(
            """
            UPDATE person SET family_name = \(name.family), given_name = \(name.given),
                patronymic = \(name.patronymic), search_key = \(TextKeys.search(name.listed + " " + staffNumber)),
                sort_key = \(TextKeys.sort(name.listed))
            WHERE person_id = \(person)
            """)
    }

    package func setContact(of person: PersonID, email: String?, language: Language) throws {
        try run("UPDATE person SET email = \(email), language = \(language) WHERE person_id = \(person)")
    }

    package func setExtraTime(of person: PersonID, percent: Int) throws {
        try run("UPDATE person SET extra_time_percent = \(percent) WHERE person_id = \(person)")
    }

    /// Moves a person to another post from today on; the old posting ends yesterday and stays as history.
    package func post(_ person: PersonID, to posting: Posting) throws {
        try endPosting(of: person)
        try run(
            """
            UPDATE person SET agency_id = \(posting.agency), unit_id = \(posting.unit), job_role = \(posting.jobRole),
                status = 'active'
            WHERE person_id = \(person)
            """)
        try open(posting, of: person)
    }

    /// The person leaves: posting ended, account and sessions closed, codes withdrawn, all in this transaction.
    package func markLeft(_ person: PersonID) throws {
        try endPosting(of: person)
        try run("UPDATE person SET status = 'left' WHERE person_id = \(person)")
        try run("UPDATE account SET is_closed = 1 WHERE person_id = \(person)")
        try run("DELETE FROM session WHERE person_id = \(person)")
        try run("DELETE FROM activation_code WHERE person_id = \(person)")
        try run("DELETE FROM role_grant WHERE person_id = \(person)")
    }

    package func grant(_ kind: Role.Kind, to person: PersonID, agency: AgencyID?, unit: UnitID?, deep: Bool) throws {
        try run(
            """
            INSERT INTO role_grant (person_id, role, agency_id, includes_subordinates, unit_id)
            VALUES (\(person), \(kind), \(agency), \(deep), \(unit)) ON CONFLICT DO NOTHING
            """)
    }

    package func revoke(_ kind: Role.Kind, from person: PersonID) throws {
        try run("DELETE FROM role_grant WHERE person_id = \(person) AND role = \(kind)")
    }

    private func open(_ posting: Posting, of person: PersonID) throws {
        try run(
            """
            INSERT INTO posting (person_id, first_day, agency_id, unit_id, job_role)
            VALUES (\(person), \(today), \(posting.agency), \(posting.unit), \(posting.jobRole))
            """)
    }

    private func endPosting(of person: PersonID) throws {
        // A posting that began today never held for a whole day: it is replaced, not kept.
        try run("DELETE FROM posting WHERE person_id = \(person) AND last_day IS NULL AND first_day = \(today)")
        try run(
            """
            UPDATE posting SET last_day = \(today.adding(days: -1))
            WHERE person_id = \(person) AND last_day IS NULL
            """)
    }
}

extension Transaction {
    /// The value that a statement with RETURNING must give.
    func required<Value: SQLConvertible>(_ sql: SQL) throws -> Value {
        guard let value = try value(sql, as: Value.self) else { throw RowError.noColumn("RETURNING") }
        return value
    }
}

extension Agency {
    init(row: Row) throws {
        self.init(
            id: try row["agency_id"], code: try row["code"], kind: try row["kind"], name: try row["name"],
            parent: try row["parent_id"])
    }
}

extension AgencyUnit {
    init(row: Row) throws {
        self.init(
            id: try row["unit_id"], agency: try row["agency_id"], parent: try row["parent_id"], code: try row["code"],
            name: try row["name"], isEGovernment: try row["is_e_government"])
    }
}

extension PersonName {
    init(row: Row) throws {
        self.init(
            family: try row["family_name"], given: try row["given_name"], patronymic: try row["patronymic"])
    }
}

extension Posting {
    init(row: Row) throws {
        self.init(agency: try row["agency_id"], unit: try row["unit_id"], jobRole: try row["job_role"])
    }
}

extension Person {
    init(row: Row) throws {
        self.init(
            id: try row["person_id"], staffNumber: try row["staff_number"], name: try PersonName(row: row),
            email: try row["email"], language: try row["language"], posting: try Posting(row: row),
            status: try row["status"], extraTimePercent: try row["extra_time_percent"])
    }
}
