/// What an author's level says of an item before anybody has answered it.
///
/// Authors judge difficulty poorly: their levels correlate with it by about one half. A prior that took the level at its
/// word would be sure of the wrong thing.
package struct AuthorJudgement: Hashable, Sendable {
    /// Between the difficulty a level stands for and the true difficulty, from 0 to below 1.
    package let correlation: Double
    /// Of true difficulties in the bank, on the ability scale.
    package let spread: Double

    package init(correlation: Double = 0.5, spread: Double = 1) {
        self.correlation = min(max(correlation, 0), 0.99)
        self.spread = spread
    }

    package static let usual = AuthorJudgement()

    /// The prior on the difficulty of an item whose level stands for `levelDifficulty`.
    package func difficulty(levelDifficulty: Double) -> Prior {
        Prior(
            mean: correlation * levelDifficulty,
            standardDeviation: spread * (1 - correlation * correlation).squareRoot())
    }
}
