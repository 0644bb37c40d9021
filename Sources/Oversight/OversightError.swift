package import Organization

/// Why a report is refused.
package enum OversightError: Error, Hashable, Sendable {
    /// The period has not begun: there is nothing to report yet.
    case notBegun(Period)
}
