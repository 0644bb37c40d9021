/// Whether an item's curve fits: observed and expected right answers at each score (S-X²).
///
/// Orlando and Thissen, *Applied Psychological Measurement* 24 (2000), equations 5 to 8. Scores with less than one
/// expected answer of either kind join a neighbour.
package struct ScoreFit: Hashable, Sendable {
    package let chiSquare: Double
    package let degreesOfFreedom: Int
    package let probability: Double
    /// The root mean square error of approximation, which does not grow with the number of people.
    package let approximationError: Double
}

extension FittedModel {
    /// The fit of each item, from the people who answered all of them; empty when nobody did.
    package func scoreFit(of responses: ResponseMatrix) -> [ScoreFit] {
        let count = items.count
        guard count == responses.itemCount, count > 1 else { return [] }
        var people = [Double](repeating: 0, count: count + 1)
        var right = [[Double]](repeating: people, count: count)
        for row in 0..<responses.rowCount {
            let answers = responses.answers(inRow: row)
            guard answers.count == count else { continue }
            let score = answers.count { $0.correct }
            people[score] += responses.people(inRow: row)
            for answer in answers where answer.correct { right[answer.item][score] += responses.people(inRow: row) }
        }
        guard people.contains(where: { $0 > 0 }) else { return [] }
        let grid = grid
        let scores = ScoreDistribution(grid.probabilities)
        let all = scores.marginal(over: grid.weights)
        return items.indices.map { item in
            let rest = ScoreDistribution(grid.probabilities.enumerated().filter { $0.offset != item }.map(\.element))
            let weights = zip(grid.weights, grid.probabilities[item]).map { $0 * $1 }
            let expected = rest.marginal(over: weights)
            // A right answer to the item and score − 1 on all others.
            let cells = (1..<count).filter { people[$0] > 0 && all[$0] > 0 }.map { score in
                let share = expected[score - 1] / all[score]
                return ScoreCell(
                    observed: SIMD2(right[item][score], people[score] - right[item][score]),
                    expected: people[score] * SIMD2(share, 1 - share))
            }
            return fit(of: ScoreCell.merged(cells), people: people.reduce(0, +))
        }
    }

    private func fit(of cells: [ScoreCell], people: Double) -> ScoreFit {
        let chiSquare = cells.reduce(0) { $0 + $1.chiSquare }
        let degrees = max(cells.count - parametersPerItem - sharedParameters, 0)
        let excess = max(chiSquare - Double(degrees), 0) / (Double(max(degrees, 1)) * max(people - 1, 1))
        return ScoreFit(
            chiSquare: chiSquare, degreesOfFreedom: degrees,
            probability: ChiSquare.tail(of: chiSquare, degreesOfFreedom: degrees),
            approximationError: degrees > 0 ? excess.squareRoot() : 0)
    }
}

/// Right and wrong answers of the people with one score, or with several that were joined.
private struct ScoreCell {
    var observed: SIMD2<Double>
    var expected: SIMD2<Double>

    var chiSquare: Double {
        let distance = observed - expected
        return (distance * distance / expected).sum()
    }

    private mutating func join(_ other: ScoreCell) {
        observed += other.observed
        expected += other.expected
    }

    /// Joins each cell that expects too little with a neighbour, at the ends inwards, elsewhere with the smaller one.
    static func merged(_ cells: [ScoreCell]) -> [ScoreCell] {
        var cells = cells
        while cells.count > 1, let sparse = cells.firstIndex(where: { $0.expected.min() < 1 }) {
            let takesBefore =
                sparse == cells.count - 1
                || (sparse > 0 && cells[sparse - 1].observed.sum() <= cells[sparse + 1].observed.sum())
            let neighbour = takesBefore ? sparse - 1 : sparse + 1
            cells[neighbour].join(cells[sparse])
            cells.remove(at: sparse)
        }
        return cells
    }
}
