import Glibc

/// How the chance of a right answer grows with ability: the logistic model with up to four parameters.
///
/// P(θ) = c + (d − c) / (1 + exp(−a(θ − b))), with a the discrimination, b the difficulty, c the guessing and d the
/// ceiling; no factor 1.7 (D = 1). Birnbaum in Lord and Novick, *Statistical Theories of Mental Test Scores* (1968),
/// chapters 17 to 20; the ceiling: Barton and Lord, *An Upper Asymptote for the Three-Parameter Logistic Model* (1981).
package struct ItemParameters: Hashable, Sendable {
    package let discrimination: Double
    package let difficulty: Double
    package let guessing: Double
    /// The chance of a right answer of someone who surely knows: below one where even able people slip.
    package let ceiling: Double

    package init(
        discrimination: Double, difficulty: Double, guessing: Double, ceiling: Double = 1
    ) throws(ItemParametersError) {
        guard discrimination > 0, discrimination.isFinite else { throw .discrimination(discrimination) }
        guard difficulty.isFinite else { throw .difficulty(difficulty) }
        guard guessing >= 0, guessing < 1 else { throw .guessing(guessing) }
        guard ceiling > guessing, ceiling <= 1 else { throw .ceiling(ceiling) }
        self.discrimination = discrimination
        self.difficulty = difficulty
        self.guessing = guessing
        self.ceiling = ceiling
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
        guessing + (ceiling - guessing) * logistic(logit(at: ability))
    }

    /// The Fisher information of one answer about an ability, in 1/θ².
    ///
    /// I = P′² / (P Q): Lord, *Applications of Item Response Theory* (1980), equation 5-3. Written with the logistic
    /// part L = (P − c) / (d − c) it is a² (d − c)² L (1 − L) (L/P) ((1 − L)/Q), where nothing cancels in the tails.
    package func information(at ability: Double) -> Double {
        let logit = logit(at: ability)
        let knowing = logistic(logit)
        let failing = logistic(-logit)
        let span = ceiling - guessing
        let knownShare = guessing == 0 ? 1 / ceiling : knowing / (guessing + span * knowing)
        let missedShare = ceiling == 1 ? 1 / span : failing / (1 - ceiling + span * failing)
        return discrimination * discrimination * span * span * knowing * failing * knownShare * missedShare
    }

    /// The logarithm of the probability of this answer, finite even where the probability itself underflows.
    func logLikelihood(ofCorrect correct: Bool, at ability: Double) -> Double {
        let logit = logit(at: ability)
        if correct {
            return guessing == 0
                ? log(ceiling) - softplus(-logit) : log(guessing + (ceiling - guessing) * logistic(logit))
        }
        return ceiling == 1
            ? log(1 - guessing) - softplus(logit) : log(1 - ceiling + (ceiling - guessing) * logistic(-logit))
    }

    func logit(at ability: Double) -> Double {
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
    /// Must be above the guessing and at most one.
    case ceiling(Double)
    /// Must be finite, at least one, and rise from each to the next.
    case thresholds([Double])
}

/// 1 / (1 + exp(−x)), without overflow.
func logistic(_ logit: Double) -> Double {
    1 / (1 + exp(-logit))
}

/// log(1 + exp(x)) without overflow.
func softplus(_ x: Double) -> Double {
    max(x, 0) + log(1 + exp(-abs(x)))
}
