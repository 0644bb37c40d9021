/// Who was shown what, so that no item is ever shown to more than its cap allows.
///
/// The cap is hard: eligibility by lot (van der Linden and Veldkamp 2004) keeps it only on average and overshoots, .23 at
/// .20. An item counts from the moment it is assigned, also to attempts that run side by side, so that two of them cannot
/// both take its last showing. Within any `window` attempts that follow one another an item is shown at most ⌊share ×
/// window⌋ times, and of all attempts, once there are twenty, never to more than the share.
package struct ExposureLedger: Sendable {
    package let cap: ExposureCap
    /// Attempts begun; the last one has this number.
    package private(set) var attempts = 0
    /// How often each item was shown since the count began.
    package private(set) var totals: [Int]
    private let mostInWindow: Int
    /// Of each item the numbers of the attempts that saw it last, rising.
    private var recent: [[Int]]

    package init(cap: ExposureCap, items: Int) {
        self.cap = cap
        mostInWindow = cap.most(of: cap.window)
        recent = Array(repeating: [], count: items)
        totals = Array(repeating: 0, count: items)
    }

    /// Numbers a new attempt.
    package mutating func begin() -> Int {
        attempts += 1
        return attempts
    }

    /// Takes back the number of the attempt that began last, because it was refused before its first item.
    package mutating func withdrawLastAttempt() {
        attempts = max(attempts - 1, 0)
    }

    /// Whether one more showing, to this attempt, would keep the cap.
    package func allows(_ item: Int, to attempt: Int) -> Bool {
        guard mostInWindow > 0, totals[item] < cap.most(of: max(attempts, cap.firstCountedTotal)) else { return false }
        let numbers = recent[item]
        guard numbers.count >= mostInWindow else { return true }
        let place = numbers.firstIndex { $0 > attempt } ?? numbers.count
        func number(_ index: Int) -> Int {
            index == place ? attempt : numbers[index < place ? index : index - 1]
        }
        // With this attempt among them, no showings that are one too many may lie within one window.
        for first in max(0, place - mostInWindow)...place where first + mostInWindow <= numbers.count {
            if number(first + mostInWindow) - number(first) < cap.window { return false }
        }
        return true
    }

    /// Notes a showing, or refuses it when it would break the cap: then another attempt was quicker.
    package mutating func assign(_ item: Int, to attempt: Int) -> Bool {
        guard allows(item, to: attempt) else { return false }
        recent[item].insert(attempt, at: recent[item].firstIndex { $0 > attempt } ?? recent[item].count)
        totals[item] += 1
        // An attempt that still runs began within the last few windows; what lies further back binds nobody.
        if recent[item].count > 8 * mostInWindow { recent[item].removeFirst(4 * mostInWindow) }
        return true
    }

    /// What an attempt that begins now is told: frozen, so that it can be replayed whatever others do meanwhile.
    package func snapshot(for attempt: Int) -> ExposureSnapshot {
        let allowed = max(cap.share * Double(attempts), 1)
        return ExposureSnapshot(
            closed: totals.indices.map { !allows($0, to: attempt) },
            usage: totals.map { min(Double($0) / allowed, 1) })
    }
}
