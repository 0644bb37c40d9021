/// What must be there before a level is stated.
package struct EvidenceRule: Hashable, Sendable, Codable {
    /// In the competency itself: others inform, but nobody holds a level in what was never asked.
    package let answers: Int
    /// Of the likeliest level.
    package let probability: Double

    package init(answers: Int, probability: Double) {
        self.answers = answers
        self.probability = probability
    }

    package static let usual = EvidenceRule(answers: 2, probability: 0.5)
}

/// What an exam says about one competency; level 0 lies below the first cut.
package enum CompetencyResult: Hashable, Sendable {
    case level(Int, probability: Double)
    case notEnoughEvidence(likeliest: Int, probability: Double)
}
