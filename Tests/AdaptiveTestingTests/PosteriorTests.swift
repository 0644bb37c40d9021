import AdaptiveTesting
import Testing

@Suite struct `A posterior` {
    @Test(arguments: [0, 0.25])
    func `rises when a wrong answer turns right`(guessing: Double) throws {
        var generator = SeededGenerator(seed: 7)
        for round in 0..<50 {
            let items = try bank(of: 12, seed: UInt64(round), guessing: guessing).map(\.parameters)
            let answers = items.map { ($0, generator.fraction() < 0.5) }
            let before = Posterior.estimate(of: answers).ability
            for index in answers.indices where !answers[index].1 {
                var better = answers
                better[index].1 = true
                #expect(Posterior.estimate(of: better).ability > before)
            }
        }
    }

    @Test func `does not depend on the order of the answers`() throws {
        let answers = try bank(of: 30).enumerated().map { ($1.parameters, $0.isMultiple(of: 3)) }

        let forward = Posterior.estimate(of: answers)
        let backward = Posterior.estimate(of: answers.reversed())

        #expect(abs(forward.ability - backward.ability) < 1e-12)
        #expect(abs(forward.standardError - backward.standardError) < 1e-12)
    }

    @Test(arguments: [true, false]) func `survives a thousand equal answers to extreme items`(correct: Bool) throws {
        let item = try ItemParameters.twoParameter(discrimination: 50, difficulty: correct ? 6 : -6)
        var posterior = Posterior()
        for _ in 0..<1000 { posterior.observe(item, correct: correct) }

        #expect(abs(posterior.weights.reduce(0, +) - 1) < 1e-12)
        #expect((5...6).contains(abs(posterior.estimate.ability)))
    }

    @Test(arguments: [(-1.0, 0.5), (0, 1), (1.5, 2)])
    func `starts as its prior`(mean: Double, deviation: Double) {
        let grid = AbilityGrid(over: -15...15, count: 601)
        let posterior = Posterior(prior: Prior(mean: mean, standardDeviation: deviation), grid: grid)

        #expect(abs(posterior.estimate.ability - mean) < 1e-6)
        #expect(abs(posterior.estimate.standardError - deviation) < 1e-6)
        for cut in [-2.02, -1, 0, 0.37, 1.5] {
            #expect(abs(posterior.probability(above: cut) - posterior.estimate.probability(above: cut)) < 1e-3)
        }
    }

    @Test(arguments: [0, -1, 1e-300]) func `takes a prior narrower than its grid can show`(deviation: Double) {
        let estimate = Posterior(prior: Prior(mean: 0.234, standardDeviation: deviation)).estimate

        #expect(abs(estimate.ability - 0.234) < 0.05)
        #expect(estimate.standardError < 0.1)
    }

    @Test func `splits the cell that holds the cut`() {
        let posterior = Posterior(
            prior: Prior(mean: 0, standardDeviation: 1), grid: AbilityGrid(over: -1...1, count: 3))
        let middle = posterior.weights[1]

        #expect(posterior.probability(above: -1) == 1)
        #expect(abs(posterior.probability(above: 0) - 0.5) < 1e-15)
        #expect(abs(posterior.probability(above: 0.25) - (0.5 - middle / 4)) < 1e-15)
        #expect(abs(posterior.probability(above: 0.75) - posterior.weights[2] / 2) < 1e-15)
        #expect(posterior.probability(above: 1) == 0)
    }

    @Test(arguments: [(1.96, 0.0249979), (0, 0.5), (-1, 0.8413447)])
    func `is close to normal as a stored estimate`(cut: Double, probability: Double) {
        let estimate = AbilityEstimate(ability: 0, standardError: 1)

        #expect(abs(estimate.probability(above: cut) - probability) < 1e-7)
    }

    @Test func `is certain where the error is zero`() {
        let estimate = AbilityEstimate(ability: 0.5, standardError: 0)

        #expect(estimate.probability(above: 0.4) == 1)
        #expect(estimate.probability(above: 0.5) == 0)
    }
}
