/// How the answers to an item depend on ability, whether they are right or wrong or graded.
package enum ResponseModel: Hashable, Sendable {
    case rightOrWrong(ItemParameters)
    case graded(GradedParameters)

    /// Answers are counted from zero: wrong is 0 and right 1.
    package var categoryCount: Int {
        switch self {
        case .rightOrWrong: 2
        case .graded(let parameters): parameters.categoryCount
        }
    }

    package func probability(of category: Int, at ability: Double) -> Double {
        switch self {
        case .rightOrWrong(let parameters):
            let right = parameters.probability(ofSuccessAt: ability)
            return category == 0 ? 1 - right : right
        case .graded(let parameters): return parameters.probability(of: category, at: ability)
        }
    }

    /// The Fisher information of one answer about an ability, in 1/θ².
    package func information(at ability: Double) -> Double {
        switch self {
        case .rightOrWrong(let parameters): parameters.information(at: ability)
        case .graded: moments(at: ability).information
        }
    }

    func logLikelihood(of category: Int, at ability: Double) -> Double {
        switch self {
        case .rightOrWrong(let parameters): parameters.logLikelihood(ofCorrect: category > 0, at: ability)
        case .graded(let parameters): parameters.logLikelihood(of: category, at: ability)
        }
    }

    func slopes(of category: Int, at ability: Double) -> AnswerSlopes {
        switch self {
        case .rightOrWrong(let parameters): parameters.slopes(ofCorrect: category > 0, at: ability)
        case .graded(let parameters): parameters.slopes(of: category, at: ability)
        }
    }

    /// Sums over all answers that this item can get, each weighted by its probability.
    func moments(at ability: Double) -> InformationMoments {
        var moments = InformationMoments()
        for category in 0..<categoryCount {
            let chance = probability(of: category, at: ability)
            let slopes = slopes(of: category, at: ability)
            moments.information += chance * slopes.first * slopes.first
            moments.warm += chance * slopes.first * slopes.second
            moments.informationSlope +=
                chance * slopes.first * (2 * slopes.second - slopes.first * slopes.first)
        }
        return moments
    }
}

/// The expected information of an item or a test, with what two estimators correct by.
struct InformationMoments {
    /// I = Σ P′²/P.
    var information = 0.0
    /// Warm's J = Σ P′P″/P; for right and wrong answers that is P′P″/(PQ).
    var warm = 0.0
    /// dI/dθ = Σ (2P′P″/P − P′³/P²).
    var informationSlope = 0.0

    static func += (left: inout InformationMoments, right: InformationMoments) {
        left.information += right.information
        left.warm += right.warm
        left.informationSlope += right.informationSlope
    }
}

extension ItemParameters {
    /// P′/P and P″/P of this answer; where no asymptote interferes the quotient is taken on paper, so it never is 0/0.
    fileprivate func slopes(ofCorrect correct: Bool, at ability: Double) -> AnswerSlopes {
        let logit = logit(at: ability)
        let knowing = logistic(logit)
        let failing = logistic(-logit)
        let span = ceiling - guessing
        let first: Double
        if correct {
            first = guessing == 0 ? failing : span * knowing * failing / (guessing + span * knowing)
        } else {
            first = ceiling == 1 ? -knowing : -span * knowing * failing / (1 - ceiling + span * failing)
        }
        return AnswerSlopes(
            first: discrimination * first,
            second: discrimination * discrimination * first * (failing - knowing))
    }
}
