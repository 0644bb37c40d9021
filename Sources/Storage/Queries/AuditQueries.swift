package import FoundationEssentials
package import Organization

/// One entry of the audit log.
package struct AuditEntry: Sendable {
    package let number: Int64
    package let at: Date
    /// Nobody where the program itself acted.
    package let actor: PersonID?
    package let action: String
    package let purpose: String?
    package let detail: String
    package let subjects: [PersonID]
    package let previousHash: [UInt8]

    package init(
        number: Int64, at: Date, actor: PersonID?, action: String, purpose: String?, detail: String,
        subjects: [PersonID], previousHash: [UInt8]
    ) {
        self.number = number
        self.at = at
        self.actor = actor
        self.action = action
        self.purpose = purpose
        self.detail = detail
        self.subjects = subjects
        self.previousHash = previousHash
    }
}

extension Connection {
    /// The head of the chain.
    package func lastAuditEntry() throws -> (number: Int64, hash: [UInt8])? {
        try first("SELECT number, hash FROM audit_entry ORDER BY number DESC LIMIT 1") { (try $0[0], try $0[1]) }
    }

    /// Entries with their stored hashes, oldest first, so many at a time.
    package func auditEntries(after number: Int64, atMost count: Int) throws -> [(entry: AuditEntry, hash: [UInt8])] {
        try all("SELECT * FROM audit_entry WHERE number > \(number) ORDER BY number LIMIT \(count)") {
            (try AuditEntry(row: $0), try $0["hash"])
        }
    }

    /// Entries that name the owner, newest first, with the name and agency of whoever acted.
    package func entries(
        about owner: OwnRecord, actions: [String], atMost count: Int
    ) throws -> [(entry: AuditEntry, actor: PersonName?, agency: String?)] {
        try all(
            """
            SELECT audit_entry.*, person.family_name, person.given_name, person.patronymic, agency.name AS agency_name
            FROM audit_subject JOIN audit_entry USING (number)
                LEFT JOIN person ON person.person_id = audit_entry.actor_id
                LEFT JOIN agency ON agency.agency_id = person.agency_id
            WHERE audit_subject.person_id = \(owner.person) AND action IN \(list: actions)
            ORDER BY number DESC LIMIT \(count)
            """
        ) { row in
            let entry = try AuditEntry(row: row)
            return (entry, entry.actor == nil ? nil : try PersonName(row: row), try row["agency_name"])
        }
    }

    /// The newest entries of the whole log before a number, for the administrator, with the actor's name.
    ///
    /// - Parameters:
    ///   - number: nothing for the newest of all.
    ///   - action: nothing for every action.
    package func auditEntries(
        before number: Int64?, action: String? = nil, atMost count: Int
    ) throws -> [(entry: AuditEntry, actor: PersonName?)] {
        let kind: SQL = action.map { "action = \($0)" } ?? "1 = 1"
        return try all(
            """
            SELECT audit_entry.*, person.family_name, person.given_name, person.patronymic
            FROM audit_entry LEFT JOIN person ON person.person_id = audit_entry.actor_id
            WHERE number < \(number ?? .max) AND \(kind) ORDER BY number DESC LIMIT \(count)
            """
        ) { row in
            let entry = try AuditEntry(row: row)
            return (entry, entry.actor == nil ? nil : try PersonName(row: row))
        }
    }

    /// The names of these people, for a log that keeps ids only.
    package func names(of people: Set<PersonID>) throws -> [PersonID: PersonName] {
        Dictionary(
            try all("SELECT * FROM person WHERE person_id IN \(list: people.sorted())") {
                (try $0["person_id"] as PersonID, try PersonName(row: $0))
            }, uniquingKeysWith: { first, _ in first })
    }
}

extension Transaction {
    package func append(_ entry: AuditEntry, hash: [UInt8]) throws {
        try run(
            """
            INSERT INTO audit_entry (number, at, actor_id, action, purpose, detail, subjects, previous_hash, hash)
            VALUES (\(entry.number), \(entry.at), \(entry.actor), \(entry.action), \(entry.purpose), \(entry.detail),
                \(entry.subjects.map(\.description).joined(separator: ",")), \(entry.previousHash), \(hash))
            """)
        for subject in Set(entry.subjects) {
            try run("INSERT INTO audit_subject (person_id, number) VALUES (\(subject), \(entry.number))")
        }
    }
}

extension AuditEntry {
    init(row: Row) throws {
        self.init(
            number: try row["number"], at: try row["at"], actor: try row["actor_id"], action: try row["action"],
            purpose: try row["purpose"], detail: try row["detail"],
            subjects: (try row["subjects"] as String).split(separator: ",").compactMap { PersonID(String($0)) },
            previousHash: try row["previous_hash"])
    }
}
