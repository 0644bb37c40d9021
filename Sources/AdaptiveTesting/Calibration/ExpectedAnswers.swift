/// What the E-step finds: how many answers of either kind to each item come from each ability, in expectation.
///
/// The "artificial data" of Bock and Aitkin, *Psychometrika* 46 (1981), equations 12 and 13.
struct ExpectedAnswers: Sendable {
    typealias Lanes = Quadrature.Lanes

    /// For each item the wrong answers by block, then the right ones.
    var counts: [Lanes]
    /// How many people stand at each ability.
    var people: [Lanes]
    var logLikelihood = 0.0

    init(itemCount: Int, blockCount: Int) {
        counts = [Lanes](repeating: .zero, count: 2 * itemCount * blockCount)
        people = [Lanes](repeating: .zero, count: blockCount)
    }

    static func += (left: inout ExpectedAnswers, right: ExpectedAnswers) {
        for index in left.counts.indices { left.counts[index] += right.counts[index] }
        for index in left.people.indices { left.people[index] += right.people[index] }
        left.logLikelihood += right.logLikelihood
    }

    /// The expected answers of one kind to one item, by block.
    func answers(to item: Int, correct: Bool) -> ArraySlice<Lanes> {
        let begin = (2 * item + (correct ? 1 : 0)) * people.count
        return counts[begin..<begin + people.count]
    }

    /// Mean and deviation of the abilities.
    func population(on quadrature: Quadrature) -> Prior {
        let abilities = quadrature.blocks { $0 }
        let count = people.reduce(0) { $0 + $1.sum() }
        let mean = zip(people, abilities).reduce(0) { $0 + ($1.0 * $1.1).sum() } / count
        let variance = zip(people, abilities).reduce(0) { sum, next in
            let distance = next.1 - mean
            return sum + (next.0 * distance * distance).sum()
        }
        return Prior(mean: mean, standardDeviation: (variance / count).squareRoot())
    }
}
