import Assessment
import Organization
package import Storage

/// What the demo's world holds, counted from the database once it is built.
package struct DemoWorldSummary: Hashable, Sendable {
    package let agencies: Int
    package let units: Int
    package let eGovernmentUnits: Int
    package let people: Int
    package let left: Int
    package let transfers: Int
    package let accounts: Int
    package let assignments: Int
    package let lateAssignments: Int
    package let coursesBegun: Int
    package let coursesFinished: Int
    package let examsPassed: Int
    package let examsFailed: Int
    package let examsUnfinished: Int
    package let privateAttempts: Int
    /// Practice and placement that somebody left lying; an exam is never left open.
    package let openAttempts: Int
    package let answers: Int
    package let validCertificates: Int
    package let expiringCertificates: Int
    package let expiredCertificates: Int
    /// Certificates that follow an expired one of the same kind and person.
    package let renewedCertificates: Int
    package let auditEntries: Int

    package init(of connection: Connection) throws {
        func count(_ sql: SQL) throws -> Int { try connection.value(sql) ?? 0 }
        let today = connection.today
        let soon = today.adding(days: CertificateStanding.expiringDays)
        agencies = try count("SELECT count(*) FROM agency")
        units = try count("SELECT count(*) FROM unit")
        eGovernmentUnits = try count("SELECT count(*) FROM unit WHERE is_e_government = 1")
        people = try count("SELECT count(*) FROM person")
        left = try count("SELECT count(*) FROM person WHERE status = 'left'")
        transfers = try count("SELECT count(*) - count(DISTINCT person_id) FROM posting")
        accounts = try count("SELECT count(*) FROM account")
        assignments = try count("SELECT count(*) FROM assignment")
        lateAssignments = try count(
            """
            SELECT count(*) FROM assignment LEFT JOIN enrolment USING (person_id, course)
            WHERE due_day < \(today) AND finished_day IS NULL
            """)
        coursesBegun = try count("SELECT count(*) FROM enrolment")
        coursesFinished = try count("SELECT count(*) FROM enrolment WHERE finished_day IS NOT NULL")
        examsPassed = try count("SELECT count(*) FROM attempt WHERE purpose = 'exam' AND outcome = 'passed'")
        examsFailed = try count("SELECT count(*) FROM attempt WHERE purpose = 'exam' AND outcome = 'failed'")
        examsUnfinished = try count("SELECT count(*) FROM attempt WHERE purpose = 'exam' AND outcome = 'unfinished'")
        privateAttempts = try count("SELECT count(*) FROM attempt WHERE purpose <> 'exam'")
        openAttempts = try count("SELECT count(*) FROM attempt WHERE closed_at IS NULL")
        answers = try count("SELECT count(*) FROM response WHERE answered_at IS NOT NULL")
        validCertificates = try count("SELECT count(*) FROM certificate WHERE valid_through > \(soon)")
        expiringCertificates = try count(
            "SELECT count(*) FROM certificate WHERE valid_through BETWEEN \(today) AND \(soon)")
        expiredCertificates = try count("SELECT count(*) FROM certificate WHERE valid_through < \(today)")
        renewedCertificates = try count(
            """
            SELECT count(*) FROM certificate WHERE EXISTS (
                SELECT 1 FROM certificate AS earlier
                WHERE earlier.person_id = certificate.person_id
                    AND earlier.certification_id = certificate.certification_id
                    AND earlier.valid_through < certificate.issued)
            """)
        auditEntries = try count("SELECT count(*) FROM audit_entry")
    }
}
