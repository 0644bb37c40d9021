import Synchronization

/// Pieces of pages that look the same to everybody, rendered once: the frame, the form of a question.
final class FragmentCache<Key: Hashable & Sendable, Fragment: Sendable>: Sendable {
    private let fragments = Mutex<[Key: Fragment]>([:])

    /// Every question in every language many times over; then it starts afresh.
    private let most = 20_000

    func fragment(_ key: Key, render: (Key) -> Fragment) -> Fragment {
        if let known = fragments.withLock({ $0[key] }) { return known }
        let fresh = render(key)
        fragments.withLock { fragments in
            if fragments.count >= most { fragments.removeAll() }
            fragments[key] = fresh
        }
        return fresh
    }
}
