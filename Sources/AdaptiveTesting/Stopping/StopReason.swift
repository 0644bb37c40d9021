/// Why a test ended, as it is kept with the attempt.
package enum StopReason: String, Hashable, Sendable, Codable, CaseIterable {
    case length, precision, decided
    /// Items were left, but none that could still move the estimate.
    case nothingInformative
    /// No item was left that might be asked; no rule decides this, but whoever looked for the next item.
    case bankExhausted

    /// In plain words, as whoever reads the record of a test should find it.
    package var words: String {
        switch self {
        case .length: "the test reached its greatest length"
        case .precision: "the ability is known precisely enough"
        case .decided: "the result is certain enough"
        case .nothingInformative: "no remaining question tells enough"
        case .bankExhausted: "the bank ran dry"
        }
    }
}
