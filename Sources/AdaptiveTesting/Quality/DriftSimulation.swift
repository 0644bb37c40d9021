import Glibc

/// How soon leaked items are found, and how often sound ones are accused.
///
/// Every answer comes from another person, whose ability nineteen other answers tell; the watched item is about as
/// difficult as they are able, as adaptive tests choose it.
package struct DriftSimulation: Sendable {
    package var items = 1000
    package var answersInYear = 500
    package var otherAnswers = 19
    /// The growth of the chance of a right answer.
    package var leak = 0.2

    package init() {}

    package struct Figures: Hashable, Sendable {
        /// The share of items flagged within a hundred answers of the leak.
        package let found: Double
        /// The share of sound items flagged in a year.
        package let falseAlarms: Double
    }

    package func figures(seed: UInt64, parallelism: Int = 1) async -> Figures {
        var seeds = SeededGenerator(seed: seed)
        let outcomes = await inParallel((0..<items).map { _ in seeds.next() }, parallelism: parallelism) { seed in
            var generator = SeededGenerator(seed: seed)
            let isFound = alarm(after: 100, leak: leak, using: &generator) == .easier
            return (isFound, alarm(after: answersInYear, leak: 0, using: &generator) != nil)
        }
        let count = Double(max(items, 1))
        return Figures(
            found: Double(outcomes.count { $0.0 }) / count, falseAlarms: Double(outcomes.count { $0.1 }) / count)
    }

    private func alarm(
        after answers: Int, leak: Double, using generator: inout SeededGenerator
    ) -> DriftChart.Alarm? {
        var chart = DriftChart()
        for _ in 0..<answers {
            let ability = generator.normal()
            let posterior = posterior(of: ability, using: &generator)
            guard let item = item(near: posterior.mean, using: &generator) else { continue }
            let predicted = zip(posterior.weights, Self.abilities).reduce(0) {
                $0 + $1.0 * item.probability(ofSuccessAt: $1.1)
            }
            let chance = min(item.probability(ofSuccessAt: ability) + leak, 1)
            if let alarm = chart.observe(correct: generator.fraction() < chance, predicted: predicted) { return alarm }
        }
        return nil
    }

    private static let abilities = AbilityGrid(over: -4.5...4.5, count: 31).points

    private func posterior(
        of ability: Double, using generator: inout SeededGenerator
    ) -> (weights: [Double], mean: Double) {
        var weights = Self.abilities.map { exp(-$0 * $0 / 2) }
        for _ in 0..<otherAnswers {
            guard let item = item(near: ability, using: &generator) else { continue }
            let correct = simulateAnswer(parameters: item, ability: ability, using: &generator)
            for index in weights.indices {
                let right = item.probability(ofSuccessAt: Self.abilities[index])
                weights[index] *= correct ? right : 1 - right
            }
        }
        let sum = weights.reduce(0, +)
        weights = weights.map { $0 / sum }
        return (weights, zip(weights, Self.abilities).reduce(0) { $0 + $1.0 * $1.1 })
    }

    private func item(near ability: Double, using generator: inout SeededGenerator) -> ItemParameters? {
        let slopes = ColdCalibration.usualLogDiscrimination
        return try? .twoParameter(
            discrimination: exp(slopes.mean + slopes.standardDeviation * generator.normal()),
            difficulty: ability + 0.5 * generator.normal())
    }
}
