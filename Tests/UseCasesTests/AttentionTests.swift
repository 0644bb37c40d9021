import Organization
import Oversight
import Storage
import TestSupport
import Testing
import UseCases

struct AttentionTests {
    private let running = Period("2026-H1")

    @Test func `names units without training, with expired certificates and without people`() async throws {
        let world = try await SmallWorld()
        try await world.finishCourse(by: world.learner.person)
        try await world.issueCertificate(to: world.hr.person, on: day(2025, 2, 3), validMonths: 6)
        try await world.on { [sheki = world.sheki.id] in
            _ = try $0.addUnit(agency: sheki, parent: nil, code: "SB-YN", name: "Yeni şöbə", isEGovernment: true)
        }

        let attention = Attention(try await world.overview(period: try found(running)))

        #expect(attention.untrained.map(\.unit.unit.code) == ["VX-KD", "SB-AP"])
        #expect(attention.expired.map(\.unit.unit.code) == ["VX-KD"])
        #expect(attention.empty.map(\.unit.unit.code) == ["SB-YN"])
        #expect(attention.falling.isEmpty)
        #expect(!attention.isEmpty)
    }

    @Test(arguments: [(6, true), (2, false)])
    func `a fall counts only where enough people stand behind it`(more: Int, isNamed: Bool) async throws {
        let world = try await SmallWorld()
        let people = try await world.addPeople(more + 1, to: world.eServices)
        // A year before the running period's day, so the courses have just grown too old.
        for person in people { try await world.finishCourse(by: person, on: day(2025, 2, 10)) }

        let attention = Attention(try await world.overview(period: try found(running)))

        #expect(attention.falling.map(\.unit.unit.code) == (isNamed ? ["VX-EX"] : []))
    }

    @Test func `overviews of several periods are those counted one by one, kept or not`() async throws {
        let world = try await SmallWorld()
        try await world.addPeople(6, to: world.eServices)
        try await world.finishCourse(by: world.learner.person, on: day(2025, 3, 3))
        try await world.issueCertificate(to: world.learner.person, on: day(2025, 10, 10))
        let (content, period, kept) = (world.content, try found(running), KeptFigures())

        for _ in 1...2 {
            let several = try await world.database.read {
                try $0.overviews(through: period, count: 3, content: content, kept: kept)
            }
            #expect(several.map(\.period.description) == ["2025-H1", "2025-H2", "2026-H1"])
            for overview in several {
                let single = try await world.overview(period: overview.period)
                #expect(single == overview)
            }
            // The running day is never kept.
            try await world.finishCourse(by: world.author.person)
        }
    }
}

struct LookPurposeTests {
    @Test(arguments: [
        ("Hesabatın yoxlanması", "Hesabatın yoxlanması"), ("  iki\r\n sətir  yazılıb ", "iki sətir yazılıb"),
        ("1234567890", "1234567890"),
    ])
    func `takes what somebody wrote, on one line`(typed: String, text: String) {
        #expect(LookPurpose(typed: typed)?.text == text)
    }

    @Test(arguments: ["", "yoxlama", "         x         ", "hr:certificates", String(repeating: "ə", count: 301)])
    func `refuses what says nothing, says too much or passes for the program's own`(typed: String) {
        #expect(LookPurpose(typed: typed) == nil)
    }
}

extension SmallWorld {
    fileprivate func overview(period: Period) async throws -> Overview {
        try await database.read { try $0.overview(in: .state, period: period, content: content) }
    }
}
