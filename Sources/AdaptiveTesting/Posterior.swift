import Glibc

/// What is believed about an ability after some answers: a weight at each point of a grid.
///
/// Every answer is used once and the prior stays what it was, so the order of the answers does not matter.
package struct Posterior: Hashable, Sendable {
    package let grid: AbilityGrid
    /// Logarithms of the weights, the largest being zero: many answers would underflow as plain products.
    private var logWeights: [Double]

    /// A posterior before any answer; a prior too narrow for the grid to show counts as half a spacing wide.
    package init(prior: Prior = .standard, grid: AbilityGrid = .standard) {
        self.grid = grid
        let deviation = max(prior.standardDeviation, grid.spacing / 2)
        logWeights = grid.points.map { point in
            let distance = (point - prior.mean) / deviation
            return -distance * distance / 2
        }
        // The trapezoidal rule counts the two ends half.
        logWeights[0] -= log(2)
        logWeights[grid.count - 1] -= log(2)
        rescale()
    }

    package mutating func observe(_ parameters: ItemParameters, correct: Bool) {
        for (index, ability) in grid.points.enumerated() {
            logWeights[index] += parameters.logLikelihood(ofCorrect: correct, at: ability)
        }
        rescale()
    }

    /// The probabilities of the grid's points, which add up to one.
    package var weights: [Double] {
        let plain = logWeights.map { exp($0) }
        let total = plain.reduce(0, +)
        return plain.map { $0 / total }
    }

    /// The posterior's mean (EAP: Bock and Mislevy 1982) and its standard deviation.
    package var estimate: AbilityEstimate {
        let weighted = zip(weights, grid.points)
        let mean = weighted.reduce(0) { $0 + $1.0 * $1.1 }
        let variance = weighted.reduce(0) { $0 + $1.0 * ($1.1 - mean) * ($1.1 - mean) }
        return AbilityEstimate(ability: mean, standardError: variance.squareRoot())
    }

    /// The probability that the ability lies above a cut, from the weights and no normal approximation.
    ///
    /// A point's weight is spread evenly over its cell, so the cell with the cut is split in proportion.
    package func probability(above cut: Double) -> Double {
        guard cut > grid.range.lowerBound else { return 1 }
        guard cut < grid.range.upperBound else { return 0 }
        let above = zip(weights, grid.points).reduce(0) { sum, next in
            let cell = grid.cell(around: next.1)
            let share = (cell.upperBound - cut) / (cell.upperBound - cell.lowerBound)
            return sum + next.0 * min(max(share, 0), 1)
        }
        return min(above, 1)
    }

    package static func estimate(
        of responses: [(ItemParameters, Bool)], prior: Prior = .standard, grid: AbilityGrid = .standard
    ) -> AbilityEstimate {
        var posterior = Posterior(prior: prior, grid: grid)
        for (parameters, correct) in responses {
            posterior.observe(parameters, correct: correct)
        }
        return posterior.estimate
    }

    private mutating func rescale() {
        let largest = logWeights.reduce(-Double.infinity, max)
        for index in logWeights.indices {
            logWeights[index] -= largest
        }
    }
}
