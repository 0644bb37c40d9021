/// The largest share of attempts that may see one item, counted over a sliding window of attempts.
package struct ExposureCap: Hashable, Sendable, Codable {
    /// Above zero and at most one.
    package let share: Double
    /// Attempts in the window.
    package let window: Int

    /// A cap; a share outside 0...1 is brought to the nearer end, a window of none to one.
    package init(share: Double, window: Int = 100) {
        self.share = min(max(share, 0), 1)
        self.window = max(window, 1)
    }

    /// How many of `attempts` may see an item; whole, never more than the share.
    func most(of attempts: Int) -> Int {
        Int((share * Double(attempts) + 1e-9).rounded(.down))
    }

    /// From here on the cap also holds for all attempts together.
    ///
    /// It cannot hold from the first attempt on: one of one is all. Of 20 every share in steps of 0.05 is a whole number.
    var firstCountedTotal: Int { min(window, 20) }
}
