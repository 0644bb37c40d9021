import Synchronization

/// Pieces of pages that look the same to everybody, rendered once: the form of a self-check question.
final class FragmentCache: Sendable {
    private let fragments = Mutex<[String: String]>([:])

    /// Every question in every language many times over; then it starts afresh.
    private static let most = 20_000

    func fragment(_ key: String, render: () -> String) -> String {
        if let known = fragments.withLock({ $0[key] }) { return known }
        let fresh = render()
        fragments.withLock { fragments in
            if fragments.count >= Self.most { fragments.removeAll() }
            fragments[key] = fresh
        }
        return fresh
    }
}
