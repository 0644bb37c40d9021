import AdaptiveTesting
import Assessment
import Competencies
import FoundationEssentials
import Organization
import Storage
import TestSupport
import Testing

@Suite struct StaffMemberTests {
    @Test func `a person of another agency is not there`() async throws {
        let world = try await SmallWorld()
        let (scope, orxan) = (try found(world.hr.staffScope), world.administrator.person)

        #expect(try await world.database.read { try $0.staffMember(orxan, in: scope) } == nil)
        #expect(try await world.database.read { try $0.staffMember(PersonID(999), in: .state) } == nil)
    }

    @Test func `after a transfer only the new agency's officer sees the person`() async throws {
        let world = try await SmallWorld()
        let (scope, sheki, aysel) = (try found(world.hr.staffScope), world.sheki.id, world.learner.person)
        try await world.post(aysel, to: world.municipalOffice, as: "municipal-officer")

        #expect(try await world.database.read { try $0.staffMember(aysel, in: scope) } == nil)
        let seen = try await world.database.read { try $0.staffMember(aysel, in: .agencies([sheki])) }
        #expect(
            seen?.postings == [
                StaffMember.PastPosting(
                    agencyName: "Şəki bələdiyyəsi", unitName: "Bələdiyyə aparatı", jobRole: "municipal-officer",
                    firstDay: SmallWorld.start, lastDay: nil),
                StaffMember.PastPosting(
                    agencyName: "Vergi xidməti", unitName: "Elektron xidmətlər şöbəsi",
                    jobRole: "e-services-specialist", firstDay: SmallWorld.founded,
                    lastDay: SmallWorld.start.adding(days: -1)),
            ])
    }

    @Test func `shows exams, certificates and assignments, and nothing of practice`() async throws {
        let world = try await SmallWorld()
        let (scope, aysel, rashad) = (try found(world.hr.staffScope), world.learner.person, world.hr.person)
        let certification = try world.certification()
        try await world.on {
            try $0.practise(CompetencyID("4.1"), by: aysel, ability: 2.9)
            try $0.certify(aysel, in: CompetencyID("4.2"), by: certification, ability: -0.4)
            try $0.issueCertificate(for: certification, to: aysel)
            try $0.assign(course: "personal-data-security", to: aysel, due: day(2026, 4, 1), by: rashad)
        }

        let seen = try #require(try await world.database.read { try $0.staffMember(aysel, in: scope) })

        #expect(seen.exams.map(\.certification) == ["personal-data", "personal-data"])
        #expect(seen.exams.map(\.outcome) == [.passed, .failed])
        #expect(seen.states.map(\.competency) == [CompetencyID("4.2")])
        #expect(seen.states.map(\.estimate.ability) == [-0.4])
        #expect(seen.certificates.count == 1)
        #expect(seen.assignments.map(\.course) == ["personal-data-security"])
    }

    @Test func `an exam that is still open is nobody's business`() async throws {
        let world = try await SmallWorld()
        let (aysel, certification) = (world.learner.person, try world.certification())
        try await world.on { transaction in
            let plan = AttemptPlan(
                seed: 1, form: .fixed([]), prior: .standard, cuts: [:], passing: [:], minimumLength: 1)
            _ = try transaction.addAttempt(
                of: try found(try transaction.person(aysel)), purpose: .exam, certification: certification.id,
                competency: nil, language: .az, plan: plan, closesAt: transaction.now.addingTimeInterval(60))
        }

        let seen = try #require(try await world.database.read { try $0.staffMember(aysel, in: .state) })

        #expect(seen.exams.isEmpty)
    }

    @Test func `private states are read in one place only, by their owner`() throws {
        let storage = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/") + "/Sources"
        let files = try FileManager.default.subpathsOfDirectory(atPath: storage).filter { $0.hasSuffix(".swift") }

        let naming = files.filter { file in
            let text = FileManager.default.contents(atPath: "\(storage)/\(file)").map {
                String(decoding: $0, as: UTF8.self)
            }
            return text?.contains("private_state") ?? false
        }

        #expect(Set(naming) == ["Storage/Migrations/FirstSchema.swift", "Storage/Queries/CompetencyQueries.swift"])
    }
}
