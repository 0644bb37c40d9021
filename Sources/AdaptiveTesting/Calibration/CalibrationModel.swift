/// Which of an item's parameters are estimated; all models are logistic with D = 1.
package enum CalibrationModel: String, Hashable, Sendable, Codable, CaseIterable {
    /// Difficulties, and one discrimination that all items share.
    case oneParameter = "1pl"
    /// Difficulty and discrimination.
    case twoParameter = "2pl"
    /// Difficulty, discrimination and guessing; hardly determined by data alone, so give guessing a prior.
    case threeParameter = "3pl"
}
