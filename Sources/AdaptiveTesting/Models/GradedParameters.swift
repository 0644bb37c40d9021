import Glibc

/// How the chances of partly right answers move with ability: the graded response model.
///
/// The chance of category k or more is 1 / (1 + exp(−a(θ − b_k))), k counting from one; category 0 is the rest.
/// Samejima, *Estimation of Latent Ability Using a Response Pattern of Graded Scores* (1969); logistic, D = 1.
package struct GradedParameters: Hashable, Sendable {
    package let discrimination: Double
    /// The abilities at which half reach the next category, rising.
    package let thresholds: [Double]

    package init(discrimination: Double, thresholds: [Double]) throws(ItemParametersError) {
        guard discrimination > 0, discrimination.isFinite else { throw .discrimination(discrimination) }
        guard !thresholds.isEmpty, thresholds.allSatisfy(\.isFinite),
            zip(thresholds, thresholds.dropFirst()).allSatisfy({ $0 < $1 })
        else { throw .thresholds(thresholds) }
        self.discrimination = discrimination
        self.thresholds = thresholds
    }

    package var categoryCount: Int { thresholds.count + 1 }

    package func probability(of category: Int, at ability: Double) -> Double {
        exp(logLikelihood(of: category, at: ability))
    }

    /// log(L_k − L_{k+1}) = log L_k + log(1 − L_{k+1}) + log(1 − exp(−a(b_{k+1} − b_k))), which never cancels.
    func logLikelihood(of category: Int, at ability: Double) -> Double {
        var sum = 0.0
        if category > 0 { sum -= softplus(-discrimination * (ability - thresholds[category - 1])) }
        if category < thresholds.count { sum -= softplus(discrimination * (ability - thresholds[category])) }
        if category > 0, category < thresholds.count {
            sum += log(-expm1(-discrimination * (thresholds[category] - thresholds[category - 1])))
        }
        return sum
    }

    func slopes(of category: Int, at ability: Double) -> AnswerSlopes {
        let reached = category == 0 ? 1 : logistic(discrimination * (ability - thresholds[category - 1]))
        let passed = category == thresholds.count ? 0 : logistic(discrimination * (ability - thresholds[category]))
        let first = discrimination * (1 - reached - passed)
        let square = discrimination * discrimination
        return AnswerSlopes(
            first: first, second: first * first - square * (reached * (1 - reached) + passed * (1 - passed)))
    }
}
