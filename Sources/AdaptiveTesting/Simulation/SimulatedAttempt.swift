/// One test of a simulation, from its first question to its end.
package struct SimulatedAttempt: Hashable, Sendable {
    package let asked: [AskedItem]
    package let score: AbilityScore
    /// Of the person; nothing when only answers are known.
    package let trueAbility: Double?
    package let ending: Ending
    package let decision: TestDecision?

    package enum Ending: Hashable, Sendable {
        case stopped(StopReason)
        /// Could not begin without breaking its content rule.
        case refused(BlueprintShortage)
    }
}
