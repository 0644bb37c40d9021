/// How a test chooses, scores and stops: everything that is decided before the first question.
package struct TestDesign: Hashable, Sendable, Codable {
    package let selection: SelectionRule
    package let estimator: AbilityEstimator
    package let prior: Prior
    package let stopping: StoppingRule
    package let content: ContentRule
    /// The test ends when no item that may be asked has more information than this at the estimate, in 1/θ².
    package let leastInformation: Double
    /// Unscored questions that are asked along the way.
    package let seedQuestions: Int
    package let spreading: ExposureSpreading

    package init(
        selection: SelectionRule = .maximumInformation, estimator: AbilityEstimator = .eap, prior: Prior = .standard,
        stopping: StoppingRule, content: ContentRule = .anything, leastInformation: Double = 0, seedQuestions: Int = 0,
        spreading: ExposureSpreading = .standard
    ) {
        self.selection = selection
        self.estimator = estimator
        self.prior = prior
        self.stopping = stopping
        self.content = content
        self.leastInformation = leastInformation
        self.seedQuestions = max(seedQuestions, 0)
        self.spreading = spreading
    }
}
