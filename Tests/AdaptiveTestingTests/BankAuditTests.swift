import AdaptiveTesting
import Testing

@Suite struct `The audit of a bank` {
    private static let rule = StoppingRule.whenDecided(cut: -0.5, certainty: 0.95, atLeast: 10, atMost: 20)

    private func audit(
        _ items: [Item], share: Double, content: ContentRule = .anything, isCalibrated: Bool = true,
        accuracy: Double = 0.85
    ) -> BankAuditReport {
        BankAudit(
            of: ItemPool(items), design: TestDesign(stopping: Self.rule, content: content),
            cap: ExposureCap(share: share), isCalibrated: isCalibrated,
            requirements: BankAudit.Requirements(accuracy: accuracy)
        ).run(examinees: 200, seed: 3)
    }

    @Test func `lets an exam pass that the bank can bear`() throws {
        let report = audit(try bank(of: 200), share: 0.25)

        #expect(report.mayBePublished, "\(report.shortages.map(\.words))")
        #expect(report.simulation.greatestExposure <= 0.25)
        #expect((10...20).contains(report.simulation.meanLength))
        #expect(try #require(report.standardErrorAtCut) < 0.35)
        #expect(report.starvedShare == 0)
    }

    @Test func `names the area whose items are used up`() throws {
        let items = try bank(of: 100) { ContentTag(competency: $0 < 15 ? "A" : "B", level: 1) }
        let shares = ContentRule.shares(try ContentShares(["A": 0.5, "B": 0.5]))
        let report = audit(items, share: 0.2, content: shares)

        #expect(!report.mayBePublished)
        #expect(
            report.shortages.contains {
                if case .supply("A", _, let needed, 15) = $0 { needed > 15 } else { false }
            })
        #expect(report.shortages.contains { if case .starvation = $0 { true } else { false } })
        #expect(report.shortages.allSatisfy { !$0.words.isEmpty })
    }

    @Test func `names what the blueprint lacks`() throws {
        let rules = [BlueprintRule(competency: "4.2", level: 3, minimum: 4, maximum: 8)]
        let report = audit(try bank(of: 60), share: 1, content: .blueprint(Blueprint(length: 20, rules: rules)))

        #expect(report.shortages.first?.words == "4 items of 4.2, level 3 are needed, 0 can be had; write 4 more")
    }

    @Test func `refuses decisions that are too often wrong`() throws {
        let report = audit(try bank(of: 200), share: 1, accuracy: 0.99)

        #expect(report.shortages.count == 1)
        #expect(report.shortages.first?.words.contains("99 % are required") == true)
    }

    @Test func `simulates a form of fixed length where nothing is calibrated`() throws {
        let report = audit(try bank(of: 60), share: 0.2, isCalibrated: false)

        #expect(report.simulation.meanLength == 20)
        #expect(report.mayBePublished)
        #expect(Set(report.simulation.attempts.map { $0.asked.map(\.item) }).count > 150)
    }
}
