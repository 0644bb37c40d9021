import Assessment
import Organization
import Testing

@Suite struct RetakePolicyTests {
    static let policy = RetakePolicy(waitDays: 14, mostPerYear: 3)

    @Test(
        arguments: [
            ([], "2026-11-24"),
            (["2026-11-20"], "2026-12-04"),
            (["2026-11-10"], "2026-11-24"),
            (["2026-01-10", "2026-05-01", "2026-09-01"], "2027-01-10"),
            (["2025-11-25", "2026-05-01", "2026-09-01"], "2026-11-25"),
            (["2025-11-24", "2026-05-01", "2026-09-01"], "2026-11-24"),
            (["2026-11-20", "2026-03-01", "2026-06-01", "2025-12-01"], "2027-03-01"),
        ] as [([String], String)])
    func `waits, and counts the sittings of twelve months`(sittings: [String], next: String) throws {
        let today = try #require(Day("2026-11-24"))
        let days = try sittings.map { try #require(Day($0)) }
        let earliest = Self.policy.nextSitting(after: days, today: today)
        #expect(max(earliest, today).description == next)
    }

    @Test(
        arguments: [
            ("2026-11-24", .expiring(daysLeft: 0)), ("2026-11-23", .expired(daysAgo: 1)),
            ("2027-02-22", .expiring(daysLeft: 90)), ("2027-02-23", .valid(daysLeft: 91)),
        ] as [(String, CertificateStanding)])
    func `a certificate is valid through its last day`(through: String, standing: CertificateStanding) throws {
        let today = try #require(Day("2026-11-24"))
        #expect(CertificateStanding(validThrough: try #require(Day(through)), on: today) == standing)
        #expect(standing.isValid == (through >= "2026-11-24"))
    }
}
