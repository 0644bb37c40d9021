import Glibc

/// One person's answers in several competencies.
package struct CompetencyAnswer: Hashable, Sendable {
    package let item: ItemParameters
    package let competency: Int
    package let correct: Bool

    package init(item: ItemParameters, competency: Int, correct: Bool) {
        self.item = item
        self.competency = competency
        self.correct = correct
    }
}

extension AbilityStructure {
    /// Estimates means and deviations from many people's answers by EM, accelerated.
    ///
    /// A competency that few people answered keeps a deviation near the others': each deviation's variance counts
    /// `pooledPeople` people more, of the average variance.
    package static func estimated(
        from people: [[CompetencyAnswer]], competencies: Int, pooledPeople: Double = 20, parallelism: Int = 1
    ) async -> AbilityStructure {
        var structure = AbilityStructure(competencies: competencies, deviation: 1)
        guard !people.isEmpty, competencies > 0 else { return structure }
        var acceleration = Acceleration(depth: 4)
        let weights = [Double](repeating: 1, count: 2 * competencies + 1)
        var best = -Double.infinity
        var fallback = structure
        for cycle in 0..<100 {
            let sums = await structure.sums(over: people, parallelism: parallelism)
            // An extrapolation that lowers the likelihood is taken back; pooling may cost a little of it.
            guard sums.logLikelihood > best - 0.01 || structure == fallback else {
                acceleration.forget()
                structure = fallback
                continue
            }
            best = max(best, sums.logLikelihood)
            let next = sums.structure(after: structure, pooledPeople: pooledPeople)
            let (point, image) = (structure.vector, next.vector)
            guard zip(point, image).contains(where: { abs($0 - $1) > 1e-3 }) else { return next }
            fallback = next
            let accelerated = acceleration.next(from: point, to: image, weights: weights)
            structure = cycle < 2 ? next : AbilityStructure(vector: accelerated)
        }
        return structure
    }

    /// What all posteriors under this structure expect.
    private func sums(over people: [[CompetencyAnswer]], parallelism: Int) async -> StructureSums {
        let grid = StructureGrid(self)
        let chunks = stride(from: 0, to: people.count, by: 256).map { $0..<min($0 + 256, people.count) }
        let parts = await inParallel(chunks, parallelism: parallelism) { rows in
            var sums = StructureSums(competencies: competencyCount)
            for row in rows {
                var posterior = JointPosterior(grid)
                for answer in people[row] {
                    posterior.observe(answer.item, inCompetency: answer.competency, correct: answer.correct)
                }
                sums.add(posterior.summary)
            }
            return sums
        }
        return parts.reduce(into: StructureSums(competencies: competencyCount)) { $0.add($1) }
    }

    /// Means, and logarithms of deviations, which may take any value.
    private var vector: [Double] { means + deviations.map { log($0) } + [log(generalDeviation)] }

    private init(vector: [Double]) {
        let count = vector.count / 2
        self.init(
            generalDeviation: exp(vector[2 * count]), means: Array(vector[..<count]),
            deviations: vector[count..<2 * count].map { exp($0) })
    }
}

/// Sums over people of what their posteriors expect.
private struct StructureSums: Sendable {
    private(set) var logLikelihood = 0.0
    private var people = 0.0
    private var general = 0.0
    private var generalSquares = 0.0
    private var answering: [Double]
    private var deviations: [Double]
    private var squares: [Double]

    init(competencies: Int) {
        answering = Array(repeating: 0, count: competencies)
        deviations = answering
        squares = answering
    }

    /// A competency that the person did not answer says nothing of its deviation.
    mutating func add(_ estimate: JointEstimate) {
        people += 1
        logLikelihood += estimate.logLikelihood
        general += estimate.general.ability
        generalSquares += estimate.squares.general
        for (competency, count) in estimate.answers.enumerated() where count > 0 {
            answering[competency] += 1
            deviations[competency] += estimate.deviationMeans[competency]
            squares[competency] += estimate.squares.deviations[competency]
        }
    }

    mutating func add(_ other: StructureSums) {
        people += other.people
        logLikelihood += other.logLikelihood
        general += other.general
        generalSquares += other.generalSquares
        for index in answering.indices {
            answering[index] += other.answering[index]
            deviations[index] += other.deviations[index]
            squares[index] += other.squares[index]
        }
    }

    func structure(after old: AbilityStructure, pooledPeople: Double) -> AbilityStructure {
        let mean = general / people
        let means = answering.indices.map { index in
            answering[index] > 0 ? deviations[index] / answering[index] + mean : old.means[index]
        }
        let variances = answering.indices.map { index in
            guard answering[index] > 0 else { return old.deviations[index] * old.deviations[index] }
            let shift = deviations[index] / answering[index] - old.means[index]
            return squares[index] / answering[index] - shift * shift
        }
        let total = answering.reduce(0, +)
        let pooled = zip(variances, answering).reduce(0) { $0 + $1.0 * $1.1 } / max(total, 1)
        return AbilityStructure(
            generalDeviation: (generalSquares / people - mean * mean).squareRoot(), means: means,
            deviations: zip(variances, answering).map { variance, count in
                ((variance * count + pooled * pooledPeople) / (count + pooledPeople)).squareRoot()
            })
    }
}
