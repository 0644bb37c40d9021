/// When a test has asked enough.
package enum StoppingRule: Hashable, Sendable, Codable {
    case afterItems(Int)
    case whenStandardErrorFalls(below: Double, atLeast: Int, atMost: Int)
    /// Stops once the ability lies on one side of the cut with this certainty (a probability, such as 0.95).
    case whenDecided(cut: Double, certainty: Double, atLeast: Int, atMost: Int)

    /// The reason to stop after so many answers, or nil while the test goes on.
    package func decision(after count: Int, posterior: Posterior) -> StopReason? {
        switch self {
        case .afterItems(let length):
            return count >= length ? .length : nil
        case .whenStandardErrorFalls(let bound, let atLeast, let atMost):
            if count >= atLeast, posterior.estimate.standardError < bound { return .precision }
            return count >= atMost ? .length : nil
        case .whenDecided(let cut, let certainty, let atLeast, let atMost):
            let above = posterior.probability(above: cut)
            if count >= atLeast, max(above, 1 - above) >= certainty { return .decided }
            return count >= atMost ? .length : nil
        }
    }
}

/// Why a test ended, as it is kept with the attempt.
package enum StopReason: String, Hashable, Sendable, Codable {
    case length, precision, decided
    /// No item was left that might be asked; no rule decides this, but whoever looked for the next item.
    case bankExhausted
}
