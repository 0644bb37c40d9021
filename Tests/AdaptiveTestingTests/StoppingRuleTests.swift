import AdaptiveTesting
import Testing

@Suite struct `A stopping rule` {
    private static let precise = Posterior(prior: Prior(mean: 1, standardDeviation: 0.2))
    private static let vague = Posterior(prior: Prior(mean: 0.1, standardDeviation: 1))

    @Test(arguments: [
        (StoppingRule.afterItems(10), 9, vague, nil as StopReason?),
        (.afterItems(10), 10, vague, .length),
        (.whenStandardErrorFalls(below: 0.3, atLeast: 5, atMost: 20), 4, precise, nil),
        (.whenStandardErrorFalls(below: 0.3, atLeast: 5, atMost: 20), 5, precise, .precision),
        (.whenStandardErrorFalls(below: 0.3, atLeast: 5, atMost: 20), 19, vague, nil),
        (.whenStandardErrorFalls(below: 0.3, atLeast: 5, atMost: 20), 20, vague, .length),
        (.whenDecided(cut: 0, certainty: 0.95, atLeast: 5, atMost: 20), 4, precise, nil),
        (.whenDecided(cut: 0, certainty: 0.95, atLeast: 5, atMost: 20), 5, precise, .decided),
        (.whenDecided(cut: 2, certainty: 0.95, atLeast: 5, atMost: 20), 5, precise, .decided),
        (.whenDecided(cut: 0, certainty: 0.95, atLeast: 5, atMost: 20), 19, vague, nil),
        (.whenDecided(cut: 0, certainty: 0.95, atLeast: 5, atMost: 20), 20, vague, .length),
    ])
    func `ends a test when it has asked enough`(
        rule: StoppingRule, count: Int, posterior: Posterior, reason: StopReason?
    ) {
        #expect(rule.decision(after: count, posterior: posterior) == reason)
    }
}
