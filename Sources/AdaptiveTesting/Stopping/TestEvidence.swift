/// What a test knows when it asks itself whether to stop.
package struct TestEvidence: Sendable {
    /// Answers that count.
    package let count: Int
    package let posterior: Posterior
    /// Of the test's own estimator.
    package let standardError: Double
    package let answers: [ScoredAnswer]

    package init(count: Int, posterior: Posterior, standardError: Double, answers: [ScoredAnswer]) {
        self.count = count
        self.posterior = posterior
        self.standardError = standardError
        self.answers = answers
    }
}
