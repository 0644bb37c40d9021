import Glibc

/// What is believed of one person's abilities in several competencies after some answers.
///
/// Given the general ability the competencies are independent, so the posterior of any number of them is exact at the
/// cost of two dimensions (Gibbons and Hedeker, *Psychometrika* 57, 1992). Answers in one competency inform the others as
/// far as the structure says, and their order does not matter.
package struct JointPosterior: Sendable {
    private let grid: StructureGrid
    /// The log-likelihood of the answers in each competency; nil where none were given.
    private var logLikelihoods: [[Double]?]
    package private(set) var answers: [Int]

    package init(_ structure: AbilityStructure) {
        self.init(StructureGrid(structure))
    }

    /// Many people share one grid, which takes longer to make than a posterior.
    init(_ grid: StructureGrid) {
        self.grid = grid
        logLikelihoods = Array(repeating: nil, count: grid.structure.competencyCount)
        answers = Array(repeating: 0, count: grid.structure.competencyCount)
    }

    /// Takes an answer in; one to a competency outside the structure is left out.
    package mutating func observe(_ item: ItemParameters, inCompetency competency: Int, correct: Bool) {
        guard logLikelihoods.indices.contains(competency) else { return }
        var sums = logLikelihoods[competency] ?? Array(repeating: 0, count: grid.width)
        for (index, ability) in grid.abilities[competency].enumerated() {
            sums[index] += item.logLikelihood(ofCorrect: correct, at: ability)
        }
        logLikelihoods[competency] = sums
        answers[competency] += 1
    }

    /// The posterior's distributions, means and covariances.
    package var summary: JointEstimate {
        let messages = messages
        let (general, logLikelihood) = generalPosterior(messages)
        let width = grid.width
        var distributions: [[Double]] = []
        /// Mean and variance of each competency at each general ability.
        var conditional: [[(mean: Double, variance: Double)]] = []
        for competency in grid.abilities.indices {
            let abilities = grid.abilities[competency]
            let likelihood = likelihood(of: competency)
            let transition = grid.transitions[competency]
            var distribution = [Double](repeating: 0, count: width)
            conditional.append(
                general.indices.map { point in
                    let begin = point * width
                    let share = general[point] / max(messages[competency][point], .leastNormalMagnitude)
                    var (total, first, second) = (0.0, 0.0, 0.0)
                    for index in 0..<width {
                        let weight = transition[begin + index] * likelihood[index]
                        distribution[index] += share * weight
                        total += weight
                        first += weight * abilities[index]
                        second += weight * abilities[index] * abilities[index]
                    }
                    let mean = total > 0 ? first / total : 0
                    return (mean, total > 0 ? max(second / total - mean * mean, 0) : 0)
                })
            let sum = distribution.reduce(0, +)
            distributions.append(distribution.map { $0 / sum })
        }
        return JointEstimate(
            structure: grid.structure, grid: grid, general: general, distributions: distributions,
            conditional: conditional, answers: answers,
            logLikelihood: logLikelihood)
    }

    /// What each competency's answers say of the general ability, up to a factor.
    private var messages: [[Double]] {
        grid.abilities.indices.map { competency in
            guard logLikelihoods[competency] != nil else { return [Double](repeating: 1, count: grid.general.count) }
            let likelihood = likelihood(of: competency)
            let transition = grid.transitions[competency]
            return grid.general.indices.map { point in
                var sum = 0.0
                let begin = point * grid.width
                for index in 0..<grid.width { sum += transition[begin + index] * likelihood[index] }
                return sum
            }
        }
    }

    private func likelihood(of competency: Int) -> [Double] {
        guard let sums = logLikelihoods[competency] else { return [Double](repeating: 1, count: grid.width) }
        let largest = sums.reduce(-Double.infinity, max)
        return sums.map { exp($0 - largest) }
    }

    private func generalPosterior(_ messages: [[Double]]) -> (weights: [Double], logLikelihood: Double) {
        var logs = grid.generalWeights.map { log($0) }
        for message in messages {
            for index in logs.indices { logs[index] += log(max(message[index], .leastNormalMagnitude)) }
        }
        let largest = logs.reduce(-Double.infinity, max)
        let plain = logs.map { exp($0 - largest) }
        let sum = plain.reduce(0, +)
        let scale = logLikelihoods.reduce(0.0) { $0 + ($1?.reduce(-Double.infinity, max) ?? 0) }
        return (plain.map { $0 / sum }, largest + log(sum) + scale)
    }
}
