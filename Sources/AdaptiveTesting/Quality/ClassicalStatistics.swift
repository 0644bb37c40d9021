/// What test theory before item response models says of a form that everyone answered in full.
package struct ClassicalStatistics: Hashable, Sendable {
    /// The share of right answers to each item.
    package let shares: [Double]
    /// The correlation of each item with the score on all others; nil when either does not vary.
    package let correctedItemTotals: [Double?]
    /// Cronbach's alpha (1951), equation 2; nil with fewer than two items or no variation.
    package let alpha: Double?

    /// Nil when there are answers to some items only, for then no score compares people.
    package init?(_ responses: ResponseMatrix) {
        let count = responses.itemCount
        guard count > 0, responses.answerCount == responses.rowCount * count, responses.rowCount > 0 else { return nil }
        let people = responses.personCount
        var sums = [Double](repeating: 0, count: count)
        /// Of each item with the whole score.
        var products = sums
        var (sumOfScores, sumOfSquares) = (0.0, 0.0)
        for row in 0..<responses.rowCount {
            let weight = responses.people(inRow: row)
            let score = Double(responses.answers(inRow: row).count { $0.correct })
            sumOfScores += weight * score
            sumOfSquares += weight * score * score
            for answer in responses.answers(inRow: row) where answer.correct {
                sums[answer.item] += weight
                products[answer.item] += weight * score
            }
        }
        let mean = sumOfScores / people
        let variance = sumOfSquares / people - mean * mean
        let shares = sums.map { $0 / people }
        let variances = shares.map { $0 * (1 - $0) }
        self.shares = shares
        correctedItemTotals = shares.indices.map { item in
            // Without the item itself: its own variance leaves the covariance, and both leave the score's variance.
            let covariance = products[item] / people - shares[item] * mean
            let rest = variance + variances[item] - 2 * covariance
            let size = variances[item] * rest
            return size > 1e-12 ? (covariance - variances[item]) / size.squareRoot() : nil
        }
        let ratio = Double(count) / Double(max(count - 1, 1))
        alpha = count > 1 && variance > 0 ? ratio * (1 - variances.reduce(0, +) / variance) : nil
    }
}
