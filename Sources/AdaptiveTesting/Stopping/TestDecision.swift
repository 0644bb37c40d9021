/// On which side of the cut a test puts a person, and how sure that is.
package struct TestDecision: Hashable, Sendable {
    package let verdict: ClassificationRule.Verdict
    /// The posterior's probability of this side.
    package let certainty: Double
}

extension StoppingRule {
    /// What the answers so far speak for; nothing where the rule has no cut.
    package func decision(for evidence: TestEvidence) -> TestDecision? {
        guard let cut else { return nil }
        let above = evidence.posterior.probability(above: cut)
        let verdict = classification.map {
            $0.verdict(on: evidence.answers, posterior: evidence.posterior)
                ?? $0.forcedVerdict(posterior: evidence.posterior)
        }
        let side = verdict ?? (above >= 0.5 ? .pass : .fail)
        return TestDecision(verdict: side, certainty: side == .pass ? above : 1 - above)
    }

    private var classification: ClassificationRule? {
        switch self {
        case .whenClassified(let rule, _, _): rule
        case .whicheverComesFirst(let rules): rules.lazy.compactMap(\.classification).first
        case .afterItems, .whenStandardErrorFalls, .whenDecided: nil
        }
    }
}
