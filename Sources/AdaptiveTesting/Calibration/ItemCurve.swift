import Glibc

/// An item's response function in the coordinates in which it is estimated.
///
/// P(θ) = c + (1 − c) / (1 + exp(−z)) with z = slope · θ + intercept: without guessing the log-likelihood is concave in
/// slope and intercept, which it is not in discrimination and difficulty.
struct ItemCurve: Hashable, Sendable {
    var slope: Double
    var intercept: Double
    /// The logarithm of c / (1 − c); minus infinity when nobody guesses.
    var logitGuessing = -Double.infinity

    init(slope: Double, intercept: Double, logitGuessing: Double = -.infinity) {
        self.slope = slope
        self.intercept = intercept
        self.logitGuessing = logitGuessing
    }

    /// The curve of an item without a ceiling: no model that is calibrated here has one.
    init(_ parameters: ItemParameters) {
        slope = parameters.discrimination
        intercept = -parameters.discrimination * parameters.difficulty
        logitGuessing = parameters.guessing > 0 ? log(parameters.guessing / (1 - parameters.guessing)) : -.infinity
    }

    var difficulty: Double { -intercept / slope }
    var guessing: Double { 1 / (1 + exp(-logitGuessing)) }

    /// What the curve and its logarithms are at an ability.
    func point(at ability: Double) -> Point { Point(logit: slope * ability + intercept, guessing: guessing) }

    /// One point of a curve: probabilities that do not cancel, and logarithms that do not overflow.
    struct Point {
        /// The probability of knowing, 1 / (1 + exp(−z)), and of not knowing.
        let knowing, notKnowing: Double
        let guessing: Double
        let probability: Double
        let logProbability, logComplement: Double

        init(logit: Double, guessing: Double) {
            let tail = exp(-abs(logit))
            let likely = 1 / (1 + tail)
            knowing = logit >= 0 ? likely : tail * likely
            notKnowing = logit >= 0 ? tail * likely : likely
            self.guessing = guessing
            // log(1 + exp(−|z|)), the part that both logarithms share.
            let shared = log1p(tail)
            logComplement = log1p(-guessing) - shared - max(logit, 0)
            probability = guessing + (1 - guessing) * knowing
            logProbability = guessing == 0 ? min(logit, 0) - shared : log(probability)
        }

        /// The derivative by z of the log-probability of this answer.
        func slope(ofCorrect correct: Bool) -> Double {
            correct ? (1 - guessing) * knowing * notKnowing / probability : -knowing
        }

        /// The derivative by the logit of guessing of the log-probability of this answer.
        func guessingSlope(ofCorrect correct: Bool) -> Double {
            correct ? guessing * (1 - guessing) * notKnowing / probability : -guessing
        }

        /// Second derivatives of the log-probability of this answer: by z, by the logit of guessing, by both.
        func curvature(ofCorrect correct: Bool) -> (logit: Double, guessing: Double, both: Double) {
            guard correct else { return (-knowing * notKnowing, -guessing * (1 - guessing), 0) }
            let first = slope(ofCorrect: true)
            let second = guessingSlope(ofCorrect: true)
            return (
                first * (notKnowing - knowing - first), second * (1 - 2 * guessing - second),
                -first * (guessing + second)
            )
        }
    }
}
