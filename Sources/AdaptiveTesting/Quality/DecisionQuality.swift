import Glibc

/// How far an exam's decisions can be trusted: whether they are right, and whether a second exam would repeat them.
package struct DecisionQuality: Hashable, Sendable {
    /// The probability that a person is put on the side of the cut, or at the level, where their ability lies.
    package let accuracy: Double
    /// The probability that two exams of the same kind agree about a person.
    package let consistency: Double

    /// From abilities and their standard errors, as any exam gives them.
    ///
    /// Rudner, *Practical Assessment, Research & Evaluation* 7 (2001) and 10 (2005): the estimate is taken for the truth, and
    /// other estimates to be normal around it. Nil without people.
    package static func rudner(_ estimates: [AbilityEstimate], cuts: [Double]) -> DecisionQuality? {
        let cuts = cuts.sorted()
        return average(
            estimates.map { estimate in
                let above = [1] + cuts.map { estimate.probability(above: $0) } + [0]
                let shares = zip(above, above.dropFirst()).map { $0 - $1 }
                // On a cut counts as above it.
                return (shares: shares, own: cuts.count { estimate.ability >= $0 }, weight: 1)
            })
    }

    /// Of a form of fixed questions that is decided by the number of right answers.
    ///
    /// Lee, *Journal of Educational Measurement* 47 (2010), equations 8 to 13: the score's distribution at each ability by
    /// Lord and Wingersky's recursion, the true level that of the expected score. A score of the cut or more is above it.
    package static func lee(
        _ items: [ItemParameters], scoreCuts: [Double], abilities: [Double], weights: [Double]? = nil
    ) -> DecisionQuality? {
        guard !items.isEmpty else { return nil }
        let cuts = scoreCuts.sorted()
        let curves = items.map { item in abilities.map(item.probability(ofSuccessAt:)) }
        let scores = ScoreDistribution(curves).probabilities
        return average(
            abilities.indices.map { point in
                var shares = [Double](repeating: 0, count: cuts.count + 1)
                for (score, probabilities) in scores.enumerated() {
                    shares[cuts.count { Double(score) >= $0 }] += probabilities[point]
                }
                let expected = curves.reduce(0) { $0 + $1[point] }
                return (shares: shares, own: cuts.count { expected >= $0 }, weight: weights?[point] ?? 1)
            })
    }

    /// Lee's indices over a normal population.
    package static func lee(
        _ items: [ItemParameters], scoreCuts: [Double], population: Prior = .standard
    ) -> DecisionQuality? {
        let reach = 6 * population.standardDeviation
        let grid = AbilityGrid(over: population.mean - reach...population.mean + reach, count: 121)
        let weights = grid.points.map { point in
            let distance = (point - population.mean) / population.standardDeviation
            return exp(-distance * distance / 2)
        }
        return lee(items, scoreCuts: scoreCuts, abilities: grid.points, weights: weights)
    }

    private static func average(_ people: [(shares: [Double], own: Int, weight: Double)]) -> DecisionQuality? {
        let total = people.reduce(0) { $0 + $1.weight }
        guard total > 0 else { return nil }
        let accuracy = people.reduce(0) { $0 + $1.weight * $1.shares[$1.own] }
        let consistency = people.reduce(0) { sum, person in
            sum + person.weight * person.shares.reduce(0) { $0 + $1 * $1 }
        }
        return DecisionQuality(accuracy: accuracy / total, consistency: consistency / total)
    }
}
