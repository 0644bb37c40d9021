package import Assessment
package import Organization

extension Connection {
    package func certificate(code: String) throws -> Certificate? {
        try first("SELECT * FROM certificate WHERE code = \(code)", Certificate.init(row:))
    }

    package func certificate(of attempt: AttemptID) throws -> Certificate? {
        try first("SELECT * FROM certificate WHERE attempt_id = \(attempt)", Certificate.init(row:))
    }

    /// Newest first.
    package func certificates(of person: PersonID) throws -> [Certificate] {
        try all(
            "SELECT * FROM certificate WHERE person_id = \(person) ORDER BY issued DESC, certificate_id DESC",
            Certificate.init(row:))
    }

    /// The certificate of this kind that the person holds and that is valid today.
    package func validCertificate(of person: PersonID, for certification: String) throws -> Certificate? {
        try first(
            """
            SELECT * FROM certificate
            WHERE person_id = \(person) AND certification_id = \(certification) AND valid_through >= \(today)
            ORDER BY valid_through DESC
            """, Certificate.init(row:))
    }
}

extension Transaction {
    package func issueCertificate(
        code: String, to person: Person, agencyName: String, for certification: Certification, attempt: AttemptID
    ) throws {
        try run(
            """
            INSERT INTO certificate (code, person_id, certification_id, attempt_id, holder, agency_id, agency_name,
                unit_id, job_role, issued, valid_through, certification)
            VALUES (\(code), \(person.id), \(certification.id), \(attempt), \(person.name.full),
                \(person.posting.agency), \(agencyName), \(person.posting.unit), \(person.posting.jobRole), \(today),
                \(today.adding(months: certification.validMonths)), \(try JSONText.of(certification)))
            """)
    }
}

extension Certificate {
    init(row: Row) throws {
        self.init(
            id: try row["certificate_id"], code: try row["code"], person: try row["person_id"],
            certificationID: try row["certification_id"], certification: try JSONText.read(try row["certification"]),
            holder: try row["holder"], agencyName: try row["agency_name"], issued: try row["issued"],
            validThrough: try row["valid_through"])
    }
}
