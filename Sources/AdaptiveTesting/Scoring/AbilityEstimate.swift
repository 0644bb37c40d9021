import Glibc

/// Where a learner is thought to stand, and how sure that is.
package struct AbilityEstimate: Hashable, Sendable {
    package let ability: Double
    package let standardError: Double

    package init(ability: Double, standardError: Double) {
        self.ability = ability
        self.standardError = standardError
    }

    /// The probability that the true ability lies above a cut, taking the error as normal.
    ///
    /// Good enough for what is stored as two numbers; while a posterior is at hand, ask the posterior.
    package func probability(above cut: Double) -> Double {
        guard standardError > 0 else { return ability > cut ? 1 : 0 }
        return erfc((cut - ability) / (standardError * 2.0.squareRoot())) / 2
    }
}
