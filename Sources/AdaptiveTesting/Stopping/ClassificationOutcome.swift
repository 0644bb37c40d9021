/// How a sequential test of recorded answers came out.
package struct ClassificationOutcome: Hashable, Sendable {
    package let verdict: ClassificationRule.Verdict
    /// Answers that were looked at.
    package let length: Int
    /// No verdict was reached, so that the posterior mean had to decide.
    package let isForced: Bool
    package let estimate: AbilityEstimate
}

extension ClassificationRule {
    /// Looks at answers one by one until the rule has a verdict or may look at no more.
    package func outcome(
        of answers: [ScoredAnswer], atLeast: Int, atMost: Int, prior: Prior = .standard,
        grid: AbilityGrid = .standard
    ) -> ClassificationOutcome {
        var posterior = Posterior(prior: prior, grid: grid)
        var seen: [ScoredAnswer] = []
        for answer in answers.prefix(max(atMost, 0)) {
            posterior.observe(answer.model, category: answer.category)
            seen.append(answer)
            if seen.count >= atLeast, let verdict = verdict(on: seen, posterior: posterior) {
                return ClassificationOutcome(
                    verdict: verdict, length: seen.count, isForced: false, estimate: posterior.estimate)
            }
        }
        return ClassificationOutcome(
            verdict: forcedVerdict(posterior: posterior), length: seen.count, isForced: true,
            estimate: posterior.estimate)
    }
}
