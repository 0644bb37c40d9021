import Glibc

/// How usual a person's pattern of answers is at an ability: the standardized log-likelihood, l_z.
///
/// Drasgow, Levine and Williams, *British Journal of Mathematical and Statistical Psychology* 38 (1985). Below −2 the
/// pattern is odd: hard questions right and easy ones wrong, as after copying, haste or a misread language. At an ability
/// estimated from the same answers it varies somewhat less than a standard normal deviate.
package enum PersonFit {
    /// Nil when the answers cannot vary.
    package static func standardizedLogLikelihood(
        of answers: some Sequence<(ItemParameters, Bool)>, at ability: Double
    ) -> Double? {
        var (difference, variance) = (0.0, 0.0)
        for (item, correct) in answers {
            let point = ItemCurve(item).point(at: ability)
            let odds = point.logProbability - point.logComplement
            difference += ((correct ? 1 : 0) - point.probability) * odds
            variance += point.probability * (1 - point.probability) * odds * odds
        }
        return variance > 1e-12 ? difference / variance.squareRoot() : nil
    }
}
