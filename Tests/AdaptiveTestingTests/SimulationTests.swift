import AdaptiveTesting
import Testing

/// Whole adaptive tests of simulated learners, asked by the same code as real ones.
@Suite struct `A simulation` {
    @Test func `is repeated by its seed and by no other`() throws {
        let pool = ItemPool(try bank(of: 80, guessing: 0.2))
        let people = SimulatedPerson.drawn(20, seed: 3)
        let reports = ([11, 11, 12] as [UInt64]).map { seed in
            Simulation(
                of: pool, design: TestDesign(selection: .progressive, stopping: .afterItems(20)),
                cap: ExposureCap(share: 0.5), seed: seed
            ).run(people)
        }

        #expect(reports[0].attempts == reports[1].attempts)
        #expect(reports[0].attempts != reports[2].attempts)
    }

    /// With abilities drawn from the prior, the posterior mean must be unbiased and the squared error must average
    /// the posterior variance, whatever items were chosen and whenever the test stopped.
    @Test(arguments: [
        (0.0, StoppingRule.afterItems(15)), (0.25, .afterItems(15)),
        (0, .whenStandardErrorFalls(below: 0.4, atLeast: 5, atMost: 20)),
    ])
    func `is unbiased and honest about its error`(guessing: Double, rule: StoppingRule) throws {
        let learners = 400
        let simulation = Simulation(
            of: ItemPool(try bank(of: 60, seed: 2, guessing: guessing)), design: TestDesign(stopping: rule), seed: 2026)
        let report = simulation.run(SimulatedPerson.drawn(learners, seed: 5))
        let errors = report.attempts.map { $0.score.ability - ($0.trueAbility ?? 0) }
        let standardized = zip(errors, report.attempts).map { $0 / $1.score.standardError }

        let count = Double(learners)
        let rootMeanSquare = try #require(report.rootMeanSquareError)
        #expect(abs(try #require(report.bias)) < 4 * rootMeanSquare / count.squareRoot())
        let variance = standardized.reduce(0) { $0 + $1 * $1 } / count
        #expect(abs(variance - 1) < 4 * (2 / count).squareRoot())
        let covered = Double(standardized.count { abs($0) < 1.96 }) / count
        #expect(abs(covered - 0.95) < 4 * (0.95 * 0.05 / count).squareRoot())
    }

    @Test func `predicts how often it decides right`() throws {
        let rule = try StoppingRule(parsing: "pass:0.9,cut:0.5,min:5,items:20")
        let simulation = Simulation(
            of: ItemPool(try bank(of: 60, seed: 2)), design: TestDesign(stopping: rule), seed: 1)
        let report = simulation.run(SimulatedPerson.drawn(600, seed: 5))

        let (predicted, found) = (try #require(report.predictedAccuracy), try #require(report.accuracy))
        #expect(abs(predicted - found) < 0.04)
        #expect(try #require(report.accuracyFarFromCut) > found)
    }

    @Test func `counts what it showed`() throws {
        let pool = ItemPool(try bank(of: 10))
        let design = TestDesign(stopping: .afterItems(5))
        let report = Simulation(of: pool, design: design, cap: ExposureCap(share: 0.8), seed: 1)
            .run(SimulatedPerson.drawn(40, seed: 5))

        #expect(report.showings.reduce(0, +) == 200)
        #expect(report.greatestExposure <= 0.8)
        #expect(report.unusedShare == 0)
        #expect(report.meanLength == 5)
        let pairs = (0..<40).flatMap { one in (0..<one).map { (one, $0) } }
        let shared = pairs.reduce(0) { sum, pair in
            let items = report.attempts.map { Set($0.asked.map(\.item)) }
            return sum + items[pair.0].intersection(items[pair.1]).count
        }
        #expect(abs(report.overlap - Double(shared) / Double(5 * pairs.count)) < 1e-12)
    }

    @Test func `refuses what the cap leaves no content for`() throws {
        let pool = ItemPool(try bank(of: 12) { ContentTag(competency: $0 < 4 ? "A" : "B", level: 1) })
        let design = TestDesign(
            stopping: .afterItems(6), content: .shares(try ContentShares(["A": 0.5, "B": 0.5])))
        let report = Simulation(of: pool, design: design, cap: ExposureCap(share: 0.5), seed: 1)
            .run(SimulatedPerson.drawn(60, seed: 5))

        #expect(report.refusals > 0)
        #expect(report.contentViolations == 0)
        // Half of twenty: whoever was refused saw nothing and makes no room.
        #expect(report.showings.allSatisfy { $0 <= 10 })
        for case .refused(let shortage) in report.attempts.map(\.ending) {
            #expect(shortage.gaps.contains { $0.part == .competency("A") && $0.available < $0.needed })
        }
    }
}
