import Glibc

/// What is believed of an item: log a and b jointly normal, and the guessing known.
///
/// A new item's belief is its author's judgement; calibration sharpens it. Scoring with the mean alone would report an
/// error that is too small, so tests score with `scoringParameters`, in which the uncertainty is spent.
package struct ItemBelief: Hashable, Sendable {
    package let logDiscrimination: Prior
    package let difficulty: Prior
    /// Of log a and b.
    package let covariance: Double
    package let guessing: Double

    package init(logDiscrimination: Prior, difficulty: Prior, covariance: Double = 0, guessing: Double = 0) {
        self.logDiscrimination = logDiscrimination
        self.difficulty = difficulty
        let most = 0.95 * logDiscrimination.standardDeviation * difficulty.standardDeviation
        self.covariance = max(min(covariance, most), -most)
        self.guessing = guessing
    }

    /// The belief after a calibration; nil without standard errors or with a discrimination below zero.
    package init?(_ item: CalibratedItem) {
        guard item.discrimination > 0, let errors = item.errors else { return nil }
        self.init(
            logDiscrimination: Prior(
                mean: log(item.discrimination), standardDeviation: errors.discrimination / item.discrimination),
            difficulty: Prior(mean: item.difficulty, standardDeviation: errors.difficulty),
            covariance: errors.logDiscriminationAndDifficulty, guessing: item.guessing)
    }

    /// The chance of a right answer at an ability, over everything the item may be.
    ///
    /// Seven by seven points of Gauss and Hermite's rule.
    package func probability(ofSuccessAt ability: Double) -> Double {
        var sum = 0.0
        for (discrimination, difficulty, weight) in nodes {
            sum += weight / (1 + exp(-discrimination * (ability - difficulty)))
        }
        return guessing + (1 - guessing) * sum
    }

    /// The logistic curve nearest to the chance of a right answer: flatter, the less is known of the item.
    ///
    /// Nearest in Kullback and Leibler's sense over a population N(0, 1.5²). Given that each person meets an item
    /// once, scoring with the chance over everything the item may be carries its uncertainty exactly; the nearest
    /// logistic curve stays within one hundredth of it, and every rule for choosing and stopping can use it.
    package var scoringParameters: ItemParameters? {
        let abilities = AbilityGrid(over: -6...6, count: 48).points
        let nodes = nodes
        let knowing = abilities.map { ability in
            nodes.reduce(0) { $0 + $1.weight / (1 + exp(-$1.discrimination * (ability - $1.difficulty))) }
        }
        let weights = abilities.map { exp(-$0 * $0 / 4.5) }
        let answers = ItemAnswers(
            abilities: abilities, right: zip(weights, knowing).map { $0 * $1 },
            wrong: zip(weights, knowing).map { $0 * (1 - $1) })
        let slope = exp(logDiscrimination.mean)
        let nearest = Maximization(model: .twoParameter, priors: [.flat], free: [0]).maximize(
            ItemCurve(slope: slope, intercept: -slope * difficulty.mean), answers: answers, prior: .flat)
        return try? ItemParameters(
            discrimination: nearest.slope, difficulty: nearest.difficulty, guessing: guessing)
    }

    private var nodes: [(discrimination: Double, difficulty: Double, weight: Double)] {
        let deviation = logDiscrimination.standardDeviation
        let carried = deviation > 0 ? covariance / deviation : 0
        let rest = max(difficulty.standardDeviation * difficulty.standardDeviation - carried * carried, 0).squareRoot()
        return GaussHermite.seven.flatMap { one in
            GaussHermite.seven.map { other in
                (
                    discrimination: exp(logDiscrimination.mean + deviation * one.node),
                    difficulty: difficulty.mean + carried * one.node + rest * other.node,
                    weight: one.weight * other.weight
                )
            }
        }
    }
}

/// Points and weights that integrate over N(0, 1).
enum GaussHermite {
    /// Abramowitz and Stegun, table 25.10, brought to unit variance.
    static let seven: [(node: Double, weight: Double)] = [
        (-3.750439717725742, 0.0005482688559722178), (-2.366759410734541, 0.030757123967586498),
        (-1.154405394739968, 0.2401231786050127), (0, 0.4571428571428571),
        (1.154405394739968, 0.2401231786050127), (2.366759410734541, 0.030757123967586498),
        (3.750439717725742, 0.0005482688559722178),
    ]
}
