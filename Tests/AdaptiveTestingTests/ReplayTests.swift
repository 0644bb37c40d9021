import AdaptiveTesting
import Testing

@Suite struct `Tests of independent programs` {
    @Test(arguments: try ReferenceNumbers.replays())
    func `are repeated item by item`(run: ReplayFile.Run) throws {
        let pool = try ReferenceNumbers.pool(run.model, grid: run.grid)
        let examinees = try ReferenceNumbers.examinees(run.model)
        // Where catR seeks a mode, it stops at a tolerance of 1.2e-4.
        let tolerance = run.estimator == "EAP" ? 1e-8 : 1e-4

        for result in run.results {
            let answers = try #require(examinees[result.id])
            var test = try AdaptiveTest(of: pool, design: run.design, seed: 1)
            while case .ask(let item) = test.next() { test.record(isRight: answers[item]) }
            #expect(test.asked.map { ReferenceNumbers.number(of: pool.items[$0.item].id) } == result.items)
            for (asked, expected) in zip(test.asked, zip(result.theta, result.se)) {
                #expect(abs(asked.score.ability - expected.0) < tolerance)
                #expect(abs(asked.score.standardError - expected.1) < tolerance)
            }
        }
    }

    @Test func `are repeated for 200 people on 500 items`() throws {
        let (pool, abilities) = try ReferenceNumbers.bench(grid: AbilityGrid(count: 61))
        let responses = try ReferenceNumbers.decode([String].self, from: "bench_responses_200x500")
        let expected = try ReferenceNumbers.decode(BenchReplayFile.self, from: "bench_replay").results
        let people = zip(responses, abilities).map { text, ability in
            let answers = zip(pool.items, text).map { ($0.id, $1 == "1") }
            return SimulatedPerson(answers: Dictionary(uniqueKeysWithValues: answers), ability: ability)
        }
        let design = TestDesign(stopping: try StoppingRule(parsing: "se:0.30,items:30"))
        let report = Simulation(of: pool, design: design, seed: 1).run(people)

        for (attempt, expected) in zip(report.attempts, expected) {
            #expect(attempt.asked.map { ReferenceNumbers.number(of: pool.items[$0.item].id) } == expected.items)
            #expect(abs(attempt.score.ability - expected.theta) < 1e-5)
            #expect(abs(attempt.score.standardError - expected.se) < 1e-5)
        }
        #expect(abs(report.meanLength - 18.91) < 0.005)
        #expect(abs((report.rootMeanSquareError ?? 0) - 0.2921) < 0.00005)
    }

    @Test(arguments: try ClassificationFile.read().runs)
    func `decide alike`(run: ClassificationFile.Run) throws {
        let bank = try ReferenceNumbers.bank(run.model)
        let examinees = try ReferenceNumbers.examinees(run.model)
        let order = try run.order
        let method = try #require(ClassificationRule.Method(rawValue: run.rule.lowercased()))
        let rule = ClassificationRule(
            method: method, cut: run.cut, indifference: run.delta ?? 0, falsePass: run.alpha, falseFail: run.beta)

        for result in run.results where result.robust {
            let answers = try #require(examinees[result.id])
            let responses = try order.map { ScoredAnswer(try #require(bank[$0]), isRight: answers[$0 - 1]) }
            let outcome = rule.outcome(of: responses, atLeast: run.nMin, atMost: run.nMax)
            #expect(outcome.length == result.length)
            #expect(outcome.verdict.rawValue == result.decision)
            #expect(outcome.isForced == (result.term != "class"))
            #expect(abs(outcome.estimate.ability - result.theta) < 1e-3)
        }
    }
}
