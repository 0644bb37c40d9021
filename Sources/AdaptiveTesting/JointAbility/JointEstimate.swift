/// Where a person stands in each competency, and how sure that is: the posterior's summary.
package struct JointEstimate: Sendable {
    package let general: AbilityEstimate
    package let competencies: [AbilityEstimate]
    /// Of the competencies' abilities with each other: with the means, the Gaussian that the posterior is summed up by.
    package let covariance: SymmetricMatrix
    /// The answers given in each competency.
    package let answers: [Int]
    /// The marginal log-likelihood of all answers under the structure.
    package let logLikelihood: Double
    private let points: [[Double]]
    private let distributions: [[Double]]
    /// The expected squares of the general ability and of each deviation, for estimating their variances.
    let squares: (general: Double, deviations: [Double])
    /// The expected deviations.
    let deviationMeans: [Double]

    init(
        structure: AbilityStructure, grid: StructureGrid, general: [Double], distributions: [[Double]],
        conditional: [[(mean: Double, variance: Double)]], answers: [Int],
        logLikelihood: Double
    ) {
        self.logLikelihood = logLikelihood
        let mean = zip(general, grid.general).reduce(0) { $0 + $1.0 * $1.1 }
        let square = zip(general, grid.general).reduce(0) { $0 + $1.0 * $1.1 * $1.1 }
        self.general = AbilityEstimate(
            ability: mean, standardError: max(square - mean * mean, 0).squareRoot())
        let means = conditional.map { row in zip(general, row).reduce(0) { $0 + $1.0 * $1.1.mean } }
        var covariance = SymmetricMatrix(order: conditional.count)
        var deviationMeans: [Double] = []
        var deviations: [Double] = []
        for (competency, row) in conditional.enumerated() {
            for other in 0...competency {
                covariance[competency, other] = general.indices.reduce(0) { sum, point in
                    let product =
                        (row[point].mean - means[competency]) * (conditional[other][point].mean - means[other])
                    return sum + general[point] * (product + (other == competency ? row[point].variance : 0))
                }
            }
            var (first, second) = (0.0, 0.0)
            for point in general.indices {
                let deviation = row[point].mean - grid.general[point]
                first += general[point] * deviation
                let distance = deviation - structure.means[competency]
                second += general[point] * (distance * distance + row[point].variance)
            }
            deviationMeans.append(first)
            deviations.append(second)
        }
        competencies = means.indices.map {
            AbilityEstimate(ability: means[$0], standardError: covariance[$0, $0].squareRoot())
        }
        self.covariance = covariance
        self.answers = answers
        points = grid.abilities
        self.distributions = distributions
        squares = (square, deviations)
        self.deviationMeans = deviationMeans
    }

    /// The probability that the ability in a competency lies above a cut; a point's weight fills its cell evenly.
    package func probability(above cut: Double, inCompetency competency: Int) -> Double {
        let spacing = points[competency][1] - points[competency][0]
        return zip(points[competency], distributions[competency]).reduce(0) { sum, next in
            sum + next.1 * min(max((next.0 + spacing / 2 - cut) / spacing, 0), 1)
        }
    }

    /// The middle of the posterior that holds this probability, such as 0.95.
    package func interval(holding probability: Double, inCompetency competency: Int) -> ClosedRange<Double> {
        let tail = (1 - probability) / 2
        let lower = quantile(tail, inCompetency: competency)
        return lower...max(lower, quantile(1 - tail, inCompetency: competency))
    }

    private func quantile(_ share: Double, inCompetency competency: Int) -> Double {
        let points = points[competency]
        let spacing = points[1] - points[0]
        var sum = 0.0
        for (point, weight) in zip(points, distributions[competency]) {
            if sum + weight >= share, weight > 0 { return point - spacing / 2 + spacing * (share - sum) / weight }
            sum += weight
        }
        return points[points.count - 1]
    }

    /// The probability of each level, from below the first cut (0) upwards.
    package func levelProbabilities(inCompetency competency: Int, cuts: [Double]) -> [Double] {
        let above = [1] + cuts.map { probability(above: $0, inCompetency: competency) } + [0]
        return zip(above, above.dropFirst()).map { max($0 - $1, 0) }
    }

    package func likeliestLevel(inCompetency competency: Int, cuts: [Double]) -> Int {
        let shares = levelProbabilities(inCompetency: competency, cuts: cuts)
        return shares.indices.max { (shares[$0], -$0) < (shares[$1], -$1) } ?? 0
    }

    /// The level a person holds in a competency, if the answers can tell.
    package func result(inCompetency competency: Int, cuts: [Double], rule: EvidenceRule = .usual) -> CompetencyResult {
        let level = likeliestLevel(inCompetency: competency, cuts: cuts)
        let share = levelProbabilities(inCompetency: competency, cuts: cuts)[level]
        guard answers[competency] >= rule.answers, share >= rule.probability else {
            return .notEnoughEvidence(likeliest: level, probability: share)
        }
        return .level(level, probability: share)
    }
}
