import Glibc

/// Scores answers: one estimator after another on the same prior, grid and range.
package struct AbilityScoring: Hashable, Sendable {
    package let prior: Prior
    /// EAP is computed on this grid; the modes are sought within its range.
    package let grid: AbilityGrid

    package init(prior: Prior = .standard, grid: AbilityGrid = .standard) {
        self.prior = prior
        self.grid = grid
    }

    /// The ability that an estimator reads from answers; finite whatever they are.
    ///
    /// - Parameter errorKind: the standard error of a mode; expected information unless told otherwise. EAP always has
    ///   the posterior's.
    package func score(
        _ answers: [ScoredAnswer], by estimator: AbilityEstimator,
        errorKind: AbilityScore.ErrorKind = .expectedInformation
    ) -> AbilityScore {
        guard estimator != .eap else { return posteriorMean(of: answers) }
        let slope = ObjectiveSlope(of: answers, by: estimator, prior: prior)
        let (ability, isBoundary) = slope.mode(within: grid.range, startingAt: prior.mean)
        let observes = errorKind == .observedInformation
        let information = observes ? slope.observedInformation(at: ability) : slope.expectedInformation(at: ability)
        return AbilityScore(
            ability: ability, standardError: 1 / max(information, Self.leastInformation).squareRoot(),
            errorKind: observes ? .observedInformation : .expectedInformation, isBoundary: isBoundary)
    }

    /// Keeps the error finite where answers tell nothing: a million is as good as infinity.
    private static let leastInformation = 1e-12

    private func posteriorMean(of answers: [ScoredAnswer]) -> AbilityScore {
        var posterior = Posterior(prior: prior, grid: grid)
        for answer in answers { posterior.observe(answer.model, category: answer.category) }
        return AbilityScore(meanOf: posterior)
    }
}
