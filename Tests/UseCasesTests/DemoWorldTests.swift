import AdaptiveTesting
import Assessment
import Competencies
import Courseware
import Foundation
import Organization
import Storage
import Testing
import Training

@testable import UseCases

/// A small demo world on the repository's own content.
@Suite struct DemoWorldTests {
    fileprivate struct World {
        let database: Database
        let content: Content
        let summary: DemoWorldSummary
    }

    private static let people = 60

    /// 2026-11-24, a Tuesday, at half past four in the afternoon in Baku.
    private static let now = Date(timeIntervalSince1970: 1_795_523_400)

    private static func build(people: Int = people, seed: UInt64 = 2026, now: Date = now) async throws -> World {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").path()
        let folders = ContentFolders(courses: root + "/courses", questionBanks: root + "/question-banks")
        let content = try #require(ContentLoader.load(folders).content)
        let zone = try #require(TimeZone(identifier: "Asia/Baku"))
        let database = try Database(inMemoryIn: zone, clock: { now })
        try await Migrator.migrate(database)
        let summary = try await DemoWorld.build(
            people: people, seed: seed, in: database, content: content, passwordHash: "$scrypt$", now: now)
        return World(database: database, content: content, summary: summary)
    }

    @Test func `holds what was asked and every state`() async throws {
        let world = try await Self.build()
        let summary = world.summary

        #expect(summary.people == Self.people)
        #expect(summary.agencies == 8)
        #expect(summary.units == 40)
        #expect(summary.eGovernmentUnits == 20)
        #expect(summary.accounts == 6)
        #expect(summary.transfers > 0)
        #expect(summary.left > 0)
        #expect(summary.lateAssignments > 0)
        #expect(summary.assignments > summary.lateAssignments)
        #expect(summary.coursesBegun > summary.coursesFinished)
        #expect(summary.examsPassed > 0 && summary.examsFailed > 0)
        #expect(summary.validCertificates > 0)
        #expect(summary.expiringCertificates > 0)
        #expect(summary.expiredCertificates > 0)
        #expect(summary.renewedCertificates > 0)
        #expect(summary.auditEntries > 0)
        try await world.expectSoundRows()
    }

    @Test func `the same seed makes the same counts, another seed another world`() async throws {
        let first = try await Self.build(people: 30)
        let second = try await Self.build(people: 30)
        let other = try await Self.build(people: 30, seed: 7)

        #expect(first.summary == second.summary)
        #expect(first.summary != other.summary)
        #expect(other.summary.people == 30)
    }

    /// Ends of months and of weeks, early in the day and late: the accounts' certificates are there on every day.
    @Test(arguments: ["2027-02-28T08:05:00Z", "2028-02-29T20:59:00Z", "2026-12-31T21:30:00Z", "2027-05-09T04:00:00Z"])
    func `can be built at any present`(instant: String) async throws {
        let now = try #require(try? Date(instant, strategy: .iso8601))
        let world = try await Self.build(people: 20, now: now)

        #expect(world.summary.expiringCertificates > 0)
        #expect(world.summary.expiredCertificates > 0)
        #expect(world.summary.renewedCertificates > 0)
        try await world.expectSoundRows()
    }

    @Test func `the six accounts stand in their roles`() async throws {
        let world = try await Self.build(people: 20)

        let roles = try await world.database.read { connection in
            try Dictionary(
                uniqueKeysWithValues: DemoAccount.allCases.map { account in
                    let record = try #require(try connection.account(userName: account.userName))
                    #expect(record.passwordHash == "$scrypt$")
                    return (account, try connection.roles(of: record.person))
                })
        }
        for account in DemoAccount.allCases {
            #expect(roles[account]?.map(\.kind) == [account.role].compactMap { $0 })
        }
        let learner = try await world.person(.learner)
        let officer = try await world.person(.hr)
        let reporter = try await world.person(.reporter)
        #expect(learner.name.full == "Aysel Rauf qızı Məmmədova")
        #expect(learner.posting.agency == officer.posting.agency)
        #expect(roles[.reporter] == [.reportingOfficer(unit: reporter.posting.unit)])
        // The officer's own agency and the one below it.
        guard case .hrOfficer(let agencies) = roles[.hr]?.first else {
            Issue.record("no HR officer")
            return
        }
        #expect(agencies.count == 2)
        #expect(agencies.contains(officer.posting.agency))
    }

    @Test func `the learner has something to do`() async throws {
        let world = try await Self.build(people: 20)
        let learner = try await world.person(.learner)
        let owner = Viewer(
            person: learner.id, name: learner.name, language: learner.language, posting: learner.posting, roles: []
        ).own

        try await world.database.read { connection in
            let progress = try #require(try connection.progress(of: learner.id, in: "personal-data-security"))
            #expect(progress.finishedLessons.count == 3)
            #expect(progress.lastLesson == "04-forged-message")
            #expect(progress.finishedDay == nil)
            #expect(try connection.assignments(of: learner.id).count == 1)
            let certificates = try connection.certificates(of: learner.id)
            #expect(certificates.count == 1)
            let daysLeft = connection.today.days(until: try #require(certificates.first).validThrough)
            #expect((17...21).contains(daysLeft))
            for certification in world.content.certifications where certification.id != certificates[0].certificationID
            {
                #expect(try connection.sittings(of: learner.id, for: certification.id).isEmpty)
            }
            #expect(try connection.privateStates(of: owner).count == 2)
            #expect(try connection.openAttempts(of: owner).isEmpty)
            let looks = AuditAction.allCases.filter(\.isLook).map(\.rawValue)
            #expect(try connection.entries(about: owner, actions: looks, atMost: 50).count >= 5)
        }
    }

    @Test func `a unit is empty, a unit is small, and one name is very long`() async throws {
        let world = try await Self.build()

        let (empty, small, longest) = try await world.database.read { connection in
            (
                try connection.value(
                    "SELECT count(*) FROM person JOIN unit USING (unit_id) WHERE code = 'KSK-04'", as: Int.self),
                try connection.value(
                    "SELECT count(*) FROM person JOIN unit USING (unit_id) WHERE code = 'LIB-02'", as: Int.self),
                try connection.all("SELECT family_name, given_name, patronymic FROM person") { row in
                    "\(try row[0] as String)\(try row[1] as String)\(try row[2] as String)".count(where: \.isLetter)
                }.max()
            )
        }

        #expect(empty == 0)
        #expect((1...4).contains(small ?? 0))
        #expect(longest == 60)
    }

    @Test func `right answers are right and wrong ones wrong in both languages`() async throws {
        let world = try await Self.build(people: 20)
        var generator = SeededGenerator(seed: 11)

        for question in world.content.questions.values {
            for language in ContentLanguage.allCases {
                #expect(question.isRight(question.rightAnswer(in: language), in: language, fold: TextKeys.folded))
                for _ in 0..<5 {
                    let wrong = question.wrongAnswer(in: language, using: &generator)
                    #expect(!question.isRight(wrong, in: language, fold: TextKeys.folded), "\(question.id): \(wrong)")
                }
            }
        }
    }
}

extension DemoWorldTests.World {
    fileprivate func person(_ account: DemoAccount) async throws -> Person {
        try await database.read { connection in
            let record = try #require(try connection.account(userName: account.userName))
            return try #require(try connection.person(record.person))
        }
    }

    /// What holds in a world that was lived by the rules.
    fileprivate func expectSoundRows() async throws {
        try await database.read { connection in
            func count(_ sql: SQL) throws -> Int { try connection.value(sql) ?? 0 }
            // Leavers have no account, no role and no open posting; everybody else has one posting that is open.
            #expect(try count("SELECT count(*) FROM account JOIN person USING (person_id) WHERE status = 'left'") == 0)
            #expect(
                try count(
                    """
                    SELECT count(*) FROM person LEFT JOIN posting ON posting.person_id = person.person_id
                        AND last_day IS NULL
                    WHERE (status = 'left') = (posting.person_id IS NOT NULL)
                    """) == 0)
            // A transfer keeps the earlier posting, and the two meet without a gap.
            #expect(
                try count(
                    """
                    SELECT count(*) FROM posting AS earlier JOIN posting AS later USING (person_id)
                    WHERE earlier.first_day < later.first_day AND earlier.last_day >= later.first_day
                    """) == 0)
            // Only practice and placement were left lying.
            #expect(try count("SELECT count(*) FROM attempt WHERE closed_at IS NULL AND purpose = 'exam'") == 0)
            // Nothing lies in the future, and everything follows the person's arrival.
            let now = connection.now
            #expect(try count("SELECT count(*) FROM attempt WHERE started_at > \(now) OR closed_at > \(now)") == 0)
            #expect(try count("SELECT count(*) FROM response WHERE answered_at > \(now)") == 0)
            #expect(try count("SELECT count(*) FROM lesson_progress WHERE finished_at > \(now)") == 0)
            #expect(
                try count(
                    """
                    SELECT count(*) FROM attempt WHERE day <
                        (SELECT min(first_day) FROM posting WHERE posting.person_id = attempt.person_id)
                    """) == 0)
            // One certificate for each pass, except where one was still valid.
            #expect(
                try count(
                    """
                    SELECT count(*) FROM certificate JOIN attempt USING (attempt_id)
                    WHERE outcome <> 'passed' OR issued <> day
                    """) == 0)

            let entries = try connection.auditEntries(after: 0, atMost: 10_000)
            #expect(zip(entries, entries.dropFirst()).allSatisfy { $0.entry.at <= $1.entry.at })
            #expect(entries.allSatisfy { $0.entry.chained == $0.hash && $0.entry.at <= now })
        }
    }
}
