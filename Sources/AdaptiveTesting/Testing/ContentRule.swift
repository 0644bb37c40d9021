/// What a test must cover.
package enum ContentRule: Hashable, Sendable, Codable {
    case anything
    /// Bounds by competency and level; the minima are filled by the earliest end.
    case blueprint(Blueprint)
    /// Shares by area at whatever length the test gets.
    case shares(ContentShares)
}
