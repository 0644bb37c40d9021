import Glibc

/// What is believed about an ability after some answers: a weight at each point of a grid.
///
/// Every answer is used once and the prior stays what it was, so the order of the answers does not matter.
package struct Posterior: Hashable, Sendable {
    package let grid: AbilityGrid
    let points: [Double]
    /// Logarithms of the weights, the largest being zero: many answers would underflow as plain products.
    private var logWeights: [Double]
    /// The probabilities of the grid's points, which add up to one.
    package private(set) var weights: [Double]

    /// A posterior before any answer; a prior too narrow for the grid to show counts as half a spacing wide.
    package init(prior: Prior = .standard, grid: AbilityGrid = .standard) {
        self.grid = grid
        points = grid.points
        let deviation = max(prior.standardDeviation, grid.spacing / 2)
        logWeights = points.map { point in
            let distance = (point - prior.mean) / deviation
            return -distance * distance / 2
        }
        // The trapezoidal rule counts the two ends half.
        logWeights[0] -= log(2)
        logWeights[grid.count - 1] -= log(2)
        weights = logWeights
        rescale()
    }

    package mutating func observe(_ parameters: ItemParameters, correct: Bool) {
        for index in points.indices {
            logWeights[index] += parameters.logLikelihood(ofCorrect: correct, at: points[index])
        }
        rescale()
    }

    /// Takes in the answer that fell into a category of an item.
    package mutating func observe(_ model: ResponseModel, category: Int) {
        for index in points.indices {
            logWeights[index] += model.logLikelihood(of: category, at: points[index])
        }
        rescale()
    }

    /// Takes in an answer whose log-likelihoods at this grid's points stand in a table from `start` on.
    mutating func observe(logLikelihoods table: [Double], from start: Int) {
        for index in logWeights.indices { logWeights[index] += table[start + index] }
        rescale()
    }

    /// The posterior's mean (EAP: Bock and Mislevy 1982) and its standard deviation.
    package var estimate: AbilityEstimate {
        var mean = 0.0
        for index in points.indices { mean += weights[index] * points[index] }
        var variance = 0.0
        for index in points.indices {
            let distance = points[index] - mean
            variance += weights[index] * distance * distance
        }
        return AbilityEstimate(ability: mean, standardError: variance.squareRoot())
    }

    /// The probability that the ability lies above a cut, from the weights and no normal approximation.
    ///
    /// A point's weight is spread evenly over its cell, so the cell with the cut is split in proportion.
    package func probability(above cut: Double) -> Double {
        guard cut > grid.range.lowerBound else { return 1 }
        guard cut < grid.range.upperBound else { return 0 }
        var above = 0.0
        for index in points.indices {
            let cell = grid.cell(around: points[index])
            let share = (cell.upperBound - cut) / (cell.upperBound - cell.lowerBound)
            above += weights[index] * min(max(share, 0), 1)
        }
        return min(above, 1)
    }

    /// Whether the likeliest point is an end of the grid: the answers point beyond it.
    package var isPiledAtAnEnd: Bool {
        let inside = weights[1..<grid.count - 1].max() ?? 0
        // The ends carry half a weight by the trapezoidal rule.
        return max(weights[0], weights[grid.count - 1]) * 2 > inside
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
        var largest = -Double.infinity
        for weight in logWeights { largest = max(largest, weight) }
        var total = 0.0
        for index in logWeights.indices {
            logWeights[index] -= largest
            let weight = exp(logWeights[index])
            weights[index] = weight
            total += weight
        }
        for index in weights.indices { weights[index] /= total }
    }
}
