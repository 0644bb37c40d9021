/// A question of a test with its answer and what was believed after it.
package struct AskedItem: Hashable, Sendable {
    /// The index in the pool.
    package let item: Int
    package let isRight: Bool
    package let isScored: Bool
    package let score: AbilityScore
}
