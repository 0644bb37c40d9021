/// Whether answers to an item scatter as much as its curve says: infit and outfit, both one when they do.
///
/// Wright and Masters, *Rating Scale Analysis* (1982), pages 94 to 101, with each answer's probability predicted from the
/// person's other answers instead of an estimate that contains the answer itself. So it works on adaptive tests.
package struct ResidualFit: Hashable, Sendable {
    package let answers: Double
    /// The mean of squared standardized residuals; far-off surprises, such as lucky guesses, weigh most.
    package let outfit: Double
    /// The same weighted by information; what happens near the item's difficulty weighs most.
    package let infit: Double
    /// Both as standard normal deviates: below −2 too regular, above 2 too erratic.
    package let standardizedOutfit: Double
    package let standardizedInfit: Double
    /// Observed minus expected share of right answers.
    package let excess: Double
}

extension FittedModel {
    /// The fit of each item; nil where nobody answered.
    package func residualFit(of responses: ResponseMatrix) -> [ResidualFit?] {
        guard items.count == responses.itemCount else { return [] }
        var sums = [ResidualSums](repeating: ResidualSums(), count: items.count)
        for (row, predictions) in PredictiveResiduals(self, responses: responses).predictions.enumerated() {
            for answer in predictions {
                sums[answer.item].add(
                    answer.probability, correct: answer.correct, weight: responses.people(inRow: row))
            }
        }
        return sums.map(\.fit)
    }
}

private struct ResidualSums {
    private var answers = 0.0
    private var squares = 0.0
    private var outfit = 0.0
    private var varianceOfOutfit = 0.0
    private var variance = 0.0
    private var varianceOfSquares = 0.0
    private var excess = 0.0

    mutating func add(_ probability: Double, correct: Bool, weight: Double) {
        let residual = (correct ? 1 : 0) - probability
        let spread = probability * (1 - probability)
        answers += weight
        squares += weight * residual * residual
        outfit += weight * residual * residual / spread
        // The fourth moment of a right-or-wrong answer is PQ(1 − 3PQ).
        varianceOfOutfit += weight * (1 / spread - 4)
        variance += weight * spread
        varianceOfSquares += weight * spread * (1 - 4 * spread)
        excess += weight * residual
    }

    var fit: ResidualFit? {
        guard answers > 0 else { return nil }
        return ResidualFit(
            answers: answers, outfit: outfit / answers, infit: squares / variance,
            standardizedOutfit: deviate(outfit - answers, variance: varianceOfOutfit),
            standardizedInfit: deviate(squares - variance, variance: varianceOfSquares), excess: excess / answers)
    }

    private func deviate(_ excess: Double, variance: Double) -> Double {
        variance > 0 ? excess / variance.squareRoot() : 0
    }
}
