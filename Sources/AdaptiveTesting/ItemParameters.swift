import Glibc

/// How the chance of a right answer grows with ability: the logistic model with three parameters.
///
/// P(θ) = c + (1 − c) / (1 + exp(−a(θ − b))), with a the discrimination, b the difficulty and c the guessing; no factor
/// 1.7 (D = 1). Birnbaum in Lord and Novick, *Statistical Theories of Mental Test Scores* (1968), chapters 17 to 20.
package struct ItemParameters: Hashable, Sendable {
    package let discrimination: Double
    package let difficulty: Double
    package let guessing: Double

    package init(discrimination: Double, difficulty: Double, guessing: Double) throws(ItemParametersError) {
        guard discrimination > 0, discrimination.isFinite else { throw .discrimination(discrimination) }
        guard difficulty.isFinite else { throw .difficulty(difficulty) }
        guard guessing >= 0, guessing < 1 else { throw .guessing(guessing) }
        self.discrimination = discrimination
        self.difficulty = difficulty
        self.guessing = guessing
    }

    package static func rasch(difficulty: Double) throws(ItemParametersError) -> ItemParameters {
        try ItemParameters(discrimination: 1, difficulty: difficulty, guessing: 0)
    }

    package static func twoParameter(
        discrimination: Double, difficulty: Double
    ) throws(ItemParametersError) -> ItemParameters {
        try ItemParameters(discrimination: discrimination, difficulty: difficulty, guessing: 0)
    }

    package func probability(ofSuccessAt ability: Double) -> Double {
        guessing + (1 - guessing) * logistic(logit(at: ability))
    }

    /// The Fisher information of one answer about an ability, in 1/θ².
    ///
    /// I = a² (Q/P) ((P − c) / (1 − c))²: Lord, *Applications of Item Response Theory* (1980), equation 5-9. Written with
    /// the logistic part L = (P − c) / (1 − c) it is a² (1 − c) L (1 − L) (L/P), where nothing cancels in the tails.
    package func information(at ability: Double) -> Double {
        let logit = logit(at: ability)
        let knowing = logistic(logit)
        let knownShare = guessing == 0 ? 1 : knowing / probability(ofSuccessAt: ability)
        return discrimination * discrimination * (1 - guessing) * knowing * logistic(-logit) * knownShare
    }

    /// The logarithm of the probability of this answer, finite even where the probability itself underflows.
    func logLikelihood(ofCorrect correct: Bool, at ability: Double) -> Double {
        let logit = logit(at: ability)
        guard correct else { return log(1 - guessing) - softplus(logit) }
        return guessing == 0 ? -softplus(-logit) : log(guessing + (1 - guessing) * logistic(logit))
    }

    private func logit(at ability: Double) -> Double {
        discrimination * (ability - difficulty)
    }
}

/// Which parameter of an item no model allows, and what it was.
package enum ItemParametersError: Error, Hashable, Sendable {
    /// Must be above zero and finite.
    case discrimination(Double)
    /// Must be finite.
    case difficulty(Double)
    /// Must be at least zero and below one.
    case guessing(Double)
}

private func logistic(_ logit: Double) -> Double {
    1 / (1 + exp(-logit))
}

/// log(1 + exp(x)) without overflow.
private func softplus(_ x: Double) -> Double {
    max(x, 0) + log(1 + exp(-abs(x)))
}
