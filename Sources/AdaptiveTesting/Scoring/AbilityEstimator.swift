/// A way to turn answers into one ability.
package enum AbilityEstimator: String, Hashable, Sendable, Codable, CaseIterable {
    /// The posterior's mean: Bock and Mislevy, *Adaptive EAP Estimation of Ability in a Microcomputer Environment* (1982).
    case eap
    /// The posterior's mode.
    case map
    /// The mode of the likelihood; at an end of the range when every answer points there.
    case ml
    /// Warm's weighted likelihood: Warm, *Weighted Likelihood Estimation of Ability in Item Response Theory* (1989).
    case wle
    /// The mode under Jeffreys' prior √I; with guessing it is *not* Warm's estimate, though some programs call it so.
    case jeffreys
}
