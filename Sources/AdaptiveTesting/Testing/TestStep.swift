/// What a test does next.
package enum TestStep: Hashable, Sendable {
    /// Asks the item with this index in the pool.
    case ask(Int)
    case finish(StopReason)
}
