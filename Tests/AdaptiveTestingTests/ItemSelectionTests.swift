import AdaptiveTesting
import Testing

@Suite struct `Choosing the most informative item` {
    @Test(arguments: [-2, 0, 1.5], [1, 5])
    func `takes one of the best few and each of them alike`(ability: Double, count: Int) throws {
        let items = try bank(of: 60)
        let best = items.sorted { $0.parameters.information(at: ability) > $1.parameters.information(at: ability) }
            .prefix(count).map(\.id)
        var generator = SeededGenerator(seed: 5)
        var seen: [ItemID: Int] = [:]
        for _ in 0..<(400 * count) {
            let chosen = ItemSelection.mostInformative(at: ability, among: count, from: items, using: &generator)
            seen[try #require(chosen).id, default: 0] += 1
        }

        #expect(Set(seen.keys) == Set(best))
        #expect(seen.values.allSatisfy { (300...500).contains($0) })
    }

    @Test func `does not depend on the order of the bank`() throws {
        let parameters = try ItemParameters.rasch(difficulty: 0)
        let items = ["c", "a", "d", "b"].map {
            Item(id: ItemID($0), parameters: parameters, content: ContentTag(competency: "1.1", level: 1))
        }
        for seed in 0..<20 as Range<UInt64> {
            var one = SeededGenerator(seed: seed)
            var other = SeededGenerator(seed: seed)
            let chosen = ItemSelection.mostInformative(at: 1, among: 2, from: items, using: &one)
            #expect(chosen == ItemSelection.mostInformative(at: 1, among: 2, from: items.reversed(), using: &other))
            #expect(["a", "b"].contains(chosen?.id))
        }
    }

    @Test func `finds nothing in an empty bank and something with a count of zero`() throws {
        var generator = SeededGenerator(seed: 5)

        #expect(ItemSelection.mostInformative(at: 0, among: 5, from: [], using: &generator) == nil)
        let items = try bank(of: 3)
        #expect(ItemSelection.mostInformative(at: 0, among: 0, from: items, using: &generator) != nil)
    }
}
