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
            let probability = item.probability(ofSuccessAt: ability)
            let odds =
                item.logLikelihood(ofCorrect: true, at: ability) - item.logLikelihood(ofCorrect: false, at: ability)
            difference += ((correct ? 1 : 0) - probability) * odds
            variance += probability * (1 - probability) * odds * odds
        }
        return variance > 1e-12 ? difference / variance.squareRoot() : nil
    }
}
