/// What exposure control tells an attempt when it begins; by index in the pool.
package struct ExposureSnapshot: Hashable, Sendable, Codable {
    /// Items that have reached their cap.
    package let closed: [Bool]
    /// Showings of each item as a share of what the cap allows.
    package let usage: [Double]

    package init(closed: [Bool], usage: [Double]) {
        self.closed = closed
        self.usage = usage
    }
}
