/// How a population's abilities in several competencies hang together: a general ability and a deviation for each.
///
/// Ability in competency k is mean + general + deviation, the general part N(0, σ²) and the deviations N(0, σₖ²),
/// independent of each other: a second-order factor model. The scale of a competency is that of its items.
package struct AbilityStructure: Hashable, Sendable, Codable {
    /// Of the general ability.
    package var generalDeviation: Double
    /// Competency by competency: the population's mean, and how far people deviate from their own general ability.
    package var means: [Double]
    package var deviations: [Double]

    /// Deviations below a hundredth count as a hundredth: a grid must be able to show them.
    package init(generalDeviation: Double, means: [Double], deviations: [Double]) {
        self.generalDeviation = max(generalDeviation, 0.01)
        self.means = means
        self.deviations = zip(means, deviations).map { max($0.1, 0.01) }
    }

    /// The same for every competency, before there are data.
    package init(competencies: Int, generalDeviation: Double = 1, deviation: Double = 0.5) {
        self.init(
            generalDeviation: generalDeviation, means: Array(repeating: 0, count: competencies),
            deviations: Array(repeating: deviation, count: competencies))
    }

    package var competencyCount: Int { means.count }
}
