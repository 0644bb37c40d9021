import AdaptiveTesting
import Foundation
import Testing

/// Whole adaptive tests of simulated learners, asked by the same functions as real ones.
@Suite struct `A whole adaptive test` {
    struct Outcome: Equatable {
        var items: [ItemID] = []
        var answers: [Bool] = []
        var posterior = Posterior()
        var reason = StopReason.bankExhausted
    }

    private func take(
        from bank: [Item], ability: Double, rule: StoppingRule, using generator: inout SeededGenerator
    ) -> Outcome {
        var outcome = Outcome()
        var remaining = bank
        while let item = ItemSelection.mostInformative(
            at: outcome.posterior.estimate.ability, among: 5, from: remaining, using: &generator)
        {
            remaining.removeAll { $0.id == item.id }
            let correct = simulateAnswer(parameters: item.parameters, ability: ability, using: &generator)
            outcome.posterior.observe(item.parameters, correct: correct)
            outcome.items.append(item.id)
            outcome.answers.append(correct)
            if let reason = rule.decision(after: outcome.items.count, posterior: outcome.posterior) {
                outcome.reason = reason
                break
            }
        }
        return outcome
    }

    @Test func `is repeated by its seed and by no other`() throws {
        let items = try bank(of: 80, guessing: 0.2)
        let outcomes = ([11, 11, 12] as [UInt64]).map { seed in
            var generator = SeededGenerator(seed: seed)
            return take(from: items, ability: 0.3, rule: .afterItems(20), using: &generator)
        }

        #expect(outcomes[0] == outcomes[1])
        #expect(outcomes[0].items != outcomes[2].items)
        #expect(Set(outcomes[0].items).count == 20)
    }

    @Test func `ends when the bank is exhausted`() throws {
        var generator = SeededGenerator(seed: 1)

        #expect(
            try take(from: bank(of: 4), ability: 0, rule: .afterItems(9), using: &generator).reason == .bankExhausted)
    }

    /// With abilities drawn from the prior, the posterior mean must be unbiased and the squared error must average
    /// the posterior variance, whatever items were chosen and whenever the test stopped.
    @Test(arguments: [
        (0.0, StoppingRule.afterItems(15)), (0.25, .afterItems(15)),
        (0, .whenStandardErrorFalls(below: 0.4, atLeast: 5, atMost: 20)),
    ])
    func `is unbiased and honest about its error`(guessing: Double, rule: StoppingRule) throws {
        let learners = 400
        let items = try bank(of: 60, seed: 2, guessing: guessing)
        var generator = SeededGenerator(seed: 2026)
        var errors: [Double] = []
        var standardized: [Double] = []
        var decisions = (expected: 0.0, actual: 0.0)
        for _ in 0..<learners {
            let ability = normal(&generator)
            let posterior = take(from: items, ability: ability, rule: rule, using: &generator).posterior
            errors.append(posterior.estimate.ability - ability)
            standardized.append((posterior.estimate.ability - ability) / posterior.estimate.standardError)
            decisions.expected += posterior.probability(above: 0.5)
            decisions.actual += ability > 0.5 ? 1 : 0
        }

        let count = Double(learners)
        let rootMeanSquare = (errors.reduce(0) { $0 + $1 * $1 } / count).squareRoot()
        #expect(abs(errors.reduce(0, +) / count) < 4 * rootMeanSquare / count.squareRoot())
        let variance = standardized.reduce(0) { $0 + $1 * $1 } / count
        #expect(abs(variance - 1) < 4 * (2 / count).squareRoot())
        let covered = Double(standardized.count { abs($0) < 1.96 }) / count
        #expect(abs(covered - 0.95) < 4 * (0.95 * 0.05 / count).squareRoot())
        #expect(abs(decisions.expected - decisions.actual) / count < 0.03)
    }

    /// Box and Muller.
    private func normal(_ generator: inout SeededGenerator) -> Double {
        (-2 * log(1 - generator.fraction())).squareRoot() * cos(2 * .pi * generator.fraction())
    }
}
