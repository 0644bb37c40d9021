/// The probability of each number of right answers at each ability of a grid.
///
/// Lord and Wingersky, *Applied Psychological Measurement* 8 (1984): item by item, a score is reached from the same score
/// with a wrong answer, or from one less with a right one.
struct ScoreDistribution {
    /// Score by score, ability by ability.
    private(set) var probabilities: [[Double]]

    /// The curves item by item, on one grid.
    init(_ curves: [[Double]]) {
        let points = curves.first?.count ?? 0
        probabilities = [[Double](repeating: 1, count: points)]
        for curve in curves {
            probabilities.append([Double](repeating: 0, count: points))
            for score in probabilities.indices.reversed() {
                for point in 0..<points {
                    let before = score > 0 ? probabilities[score - 1][point] * curve[point] : 0
                    probabilities[score][point] = probabilities[score][point] * (1 - curve[point]) + before
                }
            }
        }
    }

    /// Each score's probability with the abilities weighted so.
    func marginal(over weights: [Double]) -> [Double] {
        probabilities.map { row in zip(row, weights).reduce(0) { $0 + $1.0 * $1.1 } }
    }
}
