/// When a test has asked enough.
package enum StoppingRule: Hashable, Sendable, Codable {
    case afterItems(Int)
    case whenStandardErrorFalls(below: Double, atLeast: Int, atMost: Int)
    /// Stops once the ability lies on one side of the cut with this certainty (a probability, such as 0.95).
    case whenDecided(cut: Double, certainty: Double, atLeast: Int, atMost: Int)
    /// Stops once a sequential test of hypotheses about the cut has an answer.
    case whenClassified(ClassificationRule, atLeast: Int, atMost: Int)
    /// Stops as soon as one of the rules says so.
    indirect case whicheverComesFirst([StoppingRule])

    /// The reason to stop after so many answers, or nil while the test goes on.
    package func decision(after count: Int, posterior: Posterior) -> StopReason? {
        decision(
            on: TestEvidence(
                count: count, posterior: posterior, standardError: posterior.estimate.standardError, answers: []))
    }

    /// The reason to stop, or nil while the test goes on.
    package func decision(on evidence: TestEvidence) -> StopReason? {
        let count = evidence.count
        switch self {
        case .afterItems(let length):
            return count >= length ? .length : nil
        case .whenStandardErrorFalls(let bound, let atLeast, let atMost):
            if count >= atLeast, evidence.standardError < bound { return .precision }
            return count >= atMost ? .length : nil
        case .whenDecided(let cut, let certainty, let atLeast, let atMost):
            let above = evidence.posterior.probability(above: cut)
            if count >= atLeast, max(above, 1 - above) >= certainty { return .decided }
            return count >= atMost ? .length : nil
        case .whenClassified(let rule, let atLeast, let atMost):
            if count >= atLeast, rule.verdict(on: evidence.answers, posterior: evidence.posterior) != nil {
                return .decided
            }
            return count >= atMost ? .length : nil
        case .whicheverComesFirst(let rules):
            return rules.lazy.compactMap { $0.decision(on: evidence) }.first
        }
    }

    /// The most questions it can ask.
    package var longest: Int {
        switch self {
        case .afterItems(let count): count
        case .whenStandardErrorFalls(_, _, let most): most
        case .whenDecided(_, _, _, let most): most
        case .whenClassified(_, _, let most): most
        case .whicheverComesFirst(let rules): rules.map(\.longest).min() ?? 0
        }
    }

    /// The fewest questions after which it may stop by itself.
    package var shortest: Int {
        switch self {
        case .afterItems(let count): count
        case .whenStandardErrorFalls(_, let least, _): least
        case .whenDecided(_, _, let least, _): least
        case .whenClassified(_, let least, _): least
        case .whicheverComesFirst(let rules): rules.map(\.shortest).min() ?? 0
        }
    }

    /// The cut on whose side it decides; nothing where it only measures.
    package var cut: Double? {
        switch self {
        case .afterItems, .whenStandardErrorFalls: nil
        case .whenDecided(let cut, _, _, _): cut
        case .whenClassified(let rule, _, _): rule.cut
        case .whicheverComesFirst(let rules): rules.lazy.compactMap(\.cut).first
        }
    }

    /// The standard error that it waits for; nothing where it waits for none.
    package var standardErrorGoal: Double? {
        switch self {
        case .whenStandardErrorFalls(let bound, _, _): bound
        case .whicheverComesFirst(let rules): rules.lazy.compactMap(\.standardErrorGoal).first
        case .afterItems, .whenDecided, .whenClassified: nil
        }
    }
}
