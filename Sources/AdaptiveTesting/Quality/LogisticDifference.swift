import Glibc

/// Whether an item works alike in two groups, by logistic regression on the matching score.
///
/// Swaminathan and Rogers, *Journal of Educational Measurement* 27 (1990): chi-squares of likelihood ratios between the
/// regressions on the score, on score and group, and on both and their product.
package struct LogisticDifference: Hashable, Sendable {
    /// Any difference, with two degrees of freedom.
    package let either: Double
    /// A difference that is the same at every score, with one degree of freedom.
    package let uniform: Double
    /// A difference that changes with the score, with one degree of freedom.
    package let nonuniform: Double
    /// How much the group adds to Nagelkerke's R².
    package let explainedShare: Double

    /// Whether there is any difference, at the five per cent level.
    package var isSignificant: Bool { either > 5.991464547107979 }

    /// By the bounds of Jodoin and Gierl (2001), 0.035 and 0.070 of R².
    package var category: DifferenceCategory {
        guard isSignificant, explainedShare >= 0.035 else { return .negligible }
        return explainedShare < 0.07 ? .moderate : .large
    }
}

extension GroupComparison {
    /// The statistics of each item; nil where a regression has no finite answer.
    package func logistic() -> [LogisticDifference?] {
        let all = Set(0..<responses.itemCount)
        let scores = scores(on: all)
        return (0..<responses.itemCount).map { item in
            logistic(item, matches: matches(for: item, anchors: all, scores: scores))
        }
    }

    private func logistic(_ item: Int, matches: [Int]) -> LogisticDifference? {
        let answers = columns.answers(to: item)
        let score = answers.map { Double(matches[$0.row]) }
        let group = answers.map { isFocal[$0.row] ? 1.0 : 0 }
        let isRight = answers.map(\.correct)
        let weights = answers.map { responses.people(inRow: $0.row) }
        let constant = [Double](repeating: 1, count: isRight.count)
        func fit(_ columns: [[Double]]) -> Double? {
            LogisticRegression(columns: columns, isRight: isRight, weights: weights)?.logLikelihood
        }
        guard let null = fit([constant]), let byScore = fit([constant, score]),
            let byGroup = fit([constant, score, group]),
            let byBoth = fit([constant, score, group, zip(score, group).map { $0 * $1 }])
        else { return nil }
        let count = weights.reduce(0, +)
        let gained = exp(2 * (null - byScore) / count) - exp(2 * (null - byBoth) / count)
        return LogisticDifference(
            either: 2 * (byBoth - byScore), uniform: 2 * (byGroup - byScore), nonuniform: 2 * (byBoth - byGroup),
            explainedShare: gained / (1 - exp(2 * null / count)))
    }
}
