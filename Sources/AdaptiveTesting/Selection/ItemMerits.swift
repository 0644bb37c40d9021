import Glibc

/// Values the items of a pool by a selection rule; the best next item has the highest merit.
///
/// Works in place on one array, so that choosing allocates nothing.
struct ItemMerits {
    /// By item of the pool; only those of the candidates are kept up to date.
    private(set) var values: [Double]

    init(count: Int) {
        values = Array(repeating: 0, count: count)
    }

    /// Values the candidates.
    ///
    /// - Parameters:
    ///   - ability: the estimate after the answers so far.
    ///   - progress: how far the test is on the way to its precision, from zero to one; only `progressive` looks at it.
    ///   - generator: where chance has a say, one number is drawn for each candidate, in the order of the pool.
    mutating func value(
        _ candidates: [Int], of pool: ItemPool, by rule: SelectionRule, at ability: Double, posterior: Posterior,
        progress: Double, using generator: inout SeededGenerator
    ) {
        switch rule {
        case .maximumInformation:
            for item in candidates { values[item] = pool.information(of: item, at: ability) }
        case .closestDifficulty:
            for item in candidates { values[item] = -abs(pool.difficulties[item] - ability) }
        case .closestOptimum:
            for item in candidates { values[item] = -abs(pool.optima[item] - ability) }
        case .posteriorWeightedInformation:
            for item in candidates { values[item] = pool.expectedInformation(of: item, over: posterior) }
        case .posteriorKullbackLeibler:
            for item in candidates { values[item] = pool.divergence(of: item, at: ability, over: posterior) }
        case .expectedPosteriorVariance:
            for item in candidates { values[item] = -pool.expectedVariance(after: item, at: ability, posterior) }
        case .random:
            for item in candidates { values[item] = generator.fraction() }
        case .progressive:
            var most = 0.0
            for item in candidates {
                values[item] = pool.information(of: item, at: ability)
                most = max(most, values[item])
            }
            for item in candidates {
                values[item] = (1 - progress) * most * generator.fraction() + progress * values[item]
            }
        }
    }

    /// Takes a share of the merit of each candidate away, in proportion to how much it was shown.
    mutating func discount(_ candidates: [Int], by share: Double, usage: [Double]) {
        for item in candidates { values[item] *= 1 - share * usage[item] }
    }

    /// The best candidate; among equals the one whose id comes first.
    func best(of candidates: [Int]) -> Int? {
        var best: Int?
        var most = -Double.infinity
        for item in candidates where best == nil || values[item] > most {
            best = item
            most = values[item]
        }
        return best
    }
}

extension ItemPool {
    /// ∫ I(θ) dposterior.
    fileprivate func expectedInformation(of item: Int, over posterior: Posterior) -> Double {
        let start = item * grid.count
        var sum = 0.0
        for point in 0..<grid.count { sum += information[start + point] * posterior.weights[point] }
        return sum
    }

    /// ∫ (P̂ log(P̂/P(θ)) + Q̂ log(Q̂/Q(θ))) dposterior, with P̂ at the estimate.
    fileprivate func divergence(of item: Int, at ability: Double, over posterior: Posterior) -> Double {
        let parameters = items[item].parameters
        let right = parameters.probability(ofSuccessAt: ability)
        let start = item * grid.count
        var (meanLogRight, meanLogWrong) = (0.0, 0.0)
        for point in 0..<grid.count {
            let weight = posterior.weights[point]
            meanLogRight += weight * logRight[start + point]
            meanLogWrong += weight * logWrong[start + point]
        }
        return right * (parameters.logLikelihood(ofCorrect: true, at: ability) - meanLogRight)
            + (1 - right) * (parameters.logLikelihood(ofCorrect: false, at: ability) - meanLogWrong)
    }

    /// The posterior variance after this item, each answer weighted by its probability at the estimate.
    fileprivate func expectedVariance(after item: Int, at ability: Double, _ posterior: Posterior) -> Double {
        let chance = items[item].parameters.probability(ofSuccessAt: ability)
        let start = item * grid.count
        var (rightMass, rightSum, wrongSum) = (0.0, 0.0, 0.0)
        for point in 0..<grid.count {
            let weight = posterior.weights[point]
            let right = weight * right[start + point]
            rightMass += right
            rightSum += right * posterior.points[point]
            wrongSum += (weight - right) * posterior.points[point]
        }
        let wrongMass = 1 - rightMass
        let rightMean = rightSum / max(rightMass, .leastNormalMagnitude)
        let wrongMean = wrongSum / max(wrongMass, .leastNormalMagnitude)
        var (rightSquares, wrongSquares) = (0.0, 0.0)
        for point in 0..<grid.count {
            let weight = posterior.weights[point]
            let right = weight * right[start + point]
            let fromRight = posterior.points[point] - rightMean
            let fromWrong = posterior.points[point] - wrongMean
            rightSquares += right * fromRight * fromRight
            wrongSquares += (weight - right) * fromWrong * fromWrong
        }
        return chance * rightSquares / max(rightMass, .leastNormalMagnitude)
            + (1 - chance) * wrongSquares / max(wrongMass, .leastNormalMagnitude)
    }
}
