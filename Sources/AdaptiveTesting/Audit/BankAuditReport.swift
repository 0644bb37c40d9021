/// What an audit found: how the exam would go, and what forbids publishing it.
package struct BankAuditReport: Sendable {
    package let simulation: SimulationReport
    /// Of the best test of the greatest length, in 1/θ²; nothing where the exam has no cut.
    package let informationAtCut: Double?
    package let standardErrorAtCut: Double?
    /// Tests that could not begin or ran dry, as a share of all.
    package let starvedShare: Double
    /// Empty where the exam may be published.
    package let shortages: [BankShortage]

    package var mayBePublished: Bool { shortages.isEmpty }

    /// Whether a balanced form of fixed length could still certify: the content is there, only not enough of it for
    /// everyone to be asked what suits them.
    package var fixedFormRemains: Bool {
        !shortages.contains { if case .content = $0 { true } else { false } }
    }
}
