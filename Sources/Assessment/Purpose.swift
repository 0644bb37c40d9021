/// Why questions are asked.
package enum Purpose: String, CaseIterable, Sendable, Codable {
    /// Feedback after each answer; private.
    case practice
    /// Finds the level to start from; private.
    case placement
    /// No feedback before the end; leads to a certificate.
    case exam
}
