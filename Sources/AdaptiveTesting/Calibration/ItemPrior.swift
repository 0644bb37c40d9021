/// What is believed about an item's parameters before its answers are counted; what is nil is left to the data.
///
/// The density is that of (b, log a, logit c), so its mode is a mode in these coordinates.
package struct ItemPrior: Hashable, Sendable {
    /// Of the difficulty b.
    package var difficulty: Prior?
    /// Of log a, the natural logarithm of the discrimination.
    package var logDiscrimination: Prior?
    /// Of log(c / (1 − c)), where c is the guessing.
    package var logitGuessing: Prior?
    /// What the answers tell of the intercept, so that difficulty is integrated out when log a is sought; zero: it is not.
    ///
    /// With few answers the joint mode overrates the discrimination: near a high one, fewer difficulties are likely.
    /// Laplace's approximation takes off half the logarithm of the difficulty's information, τ⁻² + a² · this number.
    package var interceptInformation = 0.0

    package init(difficulty: Prior? = nil, logDiscrimination: Prior? = nil, logitGuessing: Prior? = nil) {
        self.difficulty = difficulty
        self.logDiscrimination = logDiscrimination
        self.logitGuessing = logitGuessing
    }

    /// Nothing is believed: maximum likelihood.
    package static let flat = ItemPrior()

    /// Guessing lies around 0.2 (0.09 to 0.38 in nineteen cases of twenty): without this a 3PL rarely has one answer.
    package static let guessingAroundOneFifth = ItemPrior(
        logitGuessing: Prior(mean: -1.386, standardDeviation: 0.5))
}
