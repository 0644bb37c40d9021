import AdaptiveTesting
import Testing

@Suite struct `An exposure ledger` {
    /// Attempts overlap and finish in any order; counting every window by brute force must find none over the cap.
    @Test(arguments: [(0.2, 20), (0.34, 10), (1, 3), (0.5, 1)])
    func `keeps the cap in every window, also for attempts side by side`(share: Double, window: Int) {
        var generator = SeededGenerator(seed: 13)
        var ledger = ExposureLedger(cap: ExposureCap(share: share, window: window), items: 6)
        var running: [Int] = []
        var shown: [(item: Int, attempt: Int)] = []
        var granted = 0
        for _ in 0..<2000 {
            if running.isEmpty || generator.fraction() < 0.3 { running.append(ledger.begin()) }
            let attempt = running[generator.index(below: running.count)]
            let item = generator.index(below: 6)
            let isNew = !shown.contains { $0.item == item && $0.attempt == attempt }
            if isNew, ledger.assign(item, to: attempt) {
                shown.append((item, attempt))
                granted += 1
            }
            if running.count > 5 { running.removeFirst() }
        }
        let most = Int((share * Double(window) + 1e-9).rounded(.down))
        for item in 0..<6 {
            let attempts = Set(shown.filter { $0.item == item }.map(\.attempt))
            for first in 1...ledger.attempts {
                #expect(attempts.count { (first..<first + window).contains($0) } <= most)
            }
            #expect(Double(attempts.count) <= share * Double(ledger.attempts) + 1e-9)
        }
        #expect(granted > (most == 0 ? -1 : 100))
    }

    @Test func `shows nothing at a cap of zero and everything at a cap of one`() {
        var none = ExposureLedger(cap: ExposureCap(share: 0), items: 2)
        var all = ExposureLedger(cap: ExposureCap(share: 1), items: 2)
        for _ in 0..<300 {
            let (first, second) = (none.begin(), all.begin())
            let (isShownNever, isShownAlways) = (none.assign(0, to: first), all.assign(0, to: second))
            #expect(!isShownNever)
            #expect(isShownAlways)
        }
    }

    @Test func `freezes what an attempt is told when it begins`() {
        var ledger = ExposureLedger(cap: ExposureCap(share: 0.5, window: 2), items: 2)
        let first = ledger.begin()
        let told = ledger.snapshot(for: first)
        let isFirstShown = ledger.assign(0, to: first)
        let second = ledger.begin()

        #expect(told.closed == [false, false])
        #expect(ledger.snapshot(for: second).closed == [true, false])
        let isSecondShown = ledger.assign(0, to: second)
        #expect(isFirstShown && !isSecondShown)
    }
}
