/// An ability read from answers, with each standard error under the name of what it is.
package struct AbilityScore: Hashable, Sendable {
    package let ability: Double
    /// The error that belongs to the estimator, of the kind that `errorKind` names.
    package let standardError: Double
    package let errorKind: ErrorKind
    /// The answers point beyond the range (all right, all wrong, or next to it): the ability is an end of the range.
    package let isBoundary: Bool

    /// What a standard error was computed from; the kinds differ by up to 0.3 where answers are guessed.
    package enum ErrorKind: String, Hashable, Sendable, Codable {
        /// The posterior's standard deviation.
        case posterior
        /// 1/√ of the information that such answers carry on average, the prior's included where there is one.
        case expectedInformation
        /// 1/√ of the curvature at these very answers, the prior's included where there is one.
        case observedInformation
    }

    init(ability: Double, standardError: Double, errorKind: ErrorKind, isBoundary: Bool) {
        self.ability = ability
        self.standardError = standardError
        self.errorKind = errorKind
        self.isBoundary = isBoundary
    }

    /// The posterior's mean and standard deviation.
    init(meanOf posterior: Posterior) {
        let estimate = posterior.estimate
        self.init(
            ability: estimate.ability, standardError: estimate.standardError, errorKind: .posterior,
            isBoundary: posterior.isPiledAtAnEnd)
    }
}
