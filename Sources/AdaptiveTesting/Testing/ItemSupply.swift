/// What a test under way may still ask, and what its content rule says to that.
struct ItemSupply: Sendable {
    /// The items from which the next is chosen, in the order of the pool.
    private(set) var candidates: [Int] = []
    /// The most questions that can count.
    let longest: Int
    /// Whether `longest` comes from the design and not from the bank.
    let isCutShort: Bool
    private let pool: ItemPool
    private var mayAsk: [Bool]
    /// Of enemies, those that the content rule counts on: none is an enemy of another, so all of them can be asked.
    private var isCountedOn: [Bool]
    private var gate: ContentGate
    private var isCellOpen: [Bool]

    init(of pool: ItemPool, for design: TestDesign, mayAsk: [Bool]) throws(BlueprintShortage) {
        self.pool = pool
        self.mayAsk = mayAsk
        isCellOpen = Array(repeating: true, count: pool.cells.count)
        var available = 0
        var countedOn = Array(repeating: false, count: pool.count)
        for item in pool.items.indices where mayAsk[item] && !pool.items[item].isSeed {
            available += 1
            countedOn[item] = !pool.enemies[item].contains { countedOn[$0] }
        }
        isCountedOn = countedOn
        let most = design.stopping.longest
        gate = ContentGate(
            design.content, cells: pool.cells, shortest: min(design.stopping.shortest, most),
            longest: min(most, max(available, 1))
        )
        longest = gate.longest
        isCutShort = gate.longest < available || gate.longest == most
        for item in pool.items.indices where isCountedOn[item] { gate.change(pool.cellOfItem[item], by: 1) }
        candidates.reserveCapacity(pool.count)
        if let shortage = gate.shortage { throw shortage }
    }

    var mayStop: Bool { gate.mayStop }

    mutating func gatherCandidates(after count: Int) {
        gate.open(after: count, into: &isCellOpen)
        candidates.removeAll(keepingCapacity: true)
        for item in pool.items.indices
        where mayAsk[item] && isCellOpen[pool.cellOfItem[item]] && !pool.items[item].isSeed {
            candidates.append(item)
        }
    }

    /// Leaves only the candidates with the least usage.
    mutating func keepLeast(of usage: [Double]) {
        var least = Double.infinity
        for item in candidates { least = min(least, usage[item]) }
        let most = least
        candidates.removeAll { usage[$0] > most }
    }

    mutating func passOver(_ item: Int) {
        candidates.removeAll { $0 == item }
    }

    /// Whether the content stays possible once this item's enemies are out.
    func canGive(_ item: Int, after count: Int) -> Bool {
        guard pool.enemies[item].contains(where: { mayAsk[$0] && isCountedOn[$0] }) else { return true }
        var next = self
        next.take(item)
        return next.gate.isPossible(after: count + 1)
    }

    /// The item is asked: it and its enemies will not be again.
    mutating func take(_ item: Int) {
        close(item)
        for enemy in pool.enemies[item] { close(enemy) }
        guard !pool.items[item].isSeed else { return }
        gate.change(pool.cellOfItem[item], by: 1)
        gate.take(pool.cellOfItem[item])
    }

    mutating func close(_ item: Int) {
        guard mayAsk[item] else { return }
        mayAsk[item] = false
        if isCountedOn[item] { gate.change(pool.cellOfItem[item], by: -1) }
    }

    func seedQuestion(using generator: inout SeededGenerator) -> Int? {
        let seeds = pool.items.indices.filter { mayAsk[$0] && pool.items[$0].isSeed }
        return seeds.isEmpty ? nil : seeds[generator.index(below: seeds.count)]
    }
}
