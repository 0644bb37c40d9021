import AdaptiveTesting
import Testing

@Suite struct `Shares by area` {
    @Test(arguments: [
        ("A=0.5", ["A": 0.5]), ("A=0.25, B=0.75", ["A": 0.25, "B": 0.75]), ("4.2=1", ["4.2": 1]),
    ])
    func `are read`(text: String, shares: [String: Double]) throws {
        #expect(try ContentShares(parsing: text).shares == shares)
    }

    @Test(arguments: [
        ("", ContentSharesError.unreadable("")), ("A", .unreadable("A")), ("A=x", .unreadable("A=x")),
        ("A=0.5,A=0.5", .unreadable("A=0.5")), ("A=0", .share(area: "A", 0)), ("A=1.5", .share(area: "A", 1.5)),
        ("A=0.75,B=0.75", .sum(1.5)),
    ])
    func `are refused where they make no sense`(text: String, error: ContentSharesError) {
        #expect(throws: error) { try ContentShares(parsing: text) }
    }

    /// Whatever the shares and whatever a test prefers, each prefix keeps them, until an area runs dry.
    @Test func `are kept at every length`() throws {
        var generator = SeededGenerator(seed: 19)
        for round in 0..<40 {
            let areas = ["A", "B", "C", "D", "E"].prefix(2 + generator.index(below: 4))
            let weights = areas.map { _ in 0.1 + generator.fraction() }
            let sum = weights.reduce(0, +) * (round.isMultiple(of: 3) ? 1.25 : 1)
            let shares = try ContentShares(
                Dictionary(uniqueKeysWithValues: zip(areas, weights.map { $0 / sum })))
            let items = try bank(of: 60, seed: UInt64(round)) { number in
                ContentTag(competency: ["A", "B", "C", "D", "E"][number % 5], level: number % 2)
            }
            let design = TestDesign(selection: .random, stopping: .afterItems(25), content: .shares(shares))
            guard var test = try? AdaptiveTest(of: ItemPool(items), design: design, seed: UInt64(round)) else {
                continue
            }
            var counts: [String: Int] = [:]
            while case .ask(let item) = test.next() {
                counts[test.pool.items[item].content.competency, default: 0] += 1
                #expect(shares.isKept(by: counts))
                test.record(isRight: generator.fraction() < 0.5)
            }
            let lastStep = test.next()
            #expect(lastStep == .finish(.length))
        }
    }

    @Test func `name the area that is too small`() throws {
        let shares = try ContentShares(["A": 0.5, "B": 0.5])
        let items = try bank(of: 20) { ContentTag(competency: $0 < 3 ? "A" : "B", level: 1) }
        let design = TestDesign(stopping: .afterItems(10), content: .shares(shares))
        let shortage = #expect(throws: BlueprintShortage.self) {
            try AdaptiveTest(of: ItemPool(items), design: design, seed: 1)
        }
        #expect(shortage?.gaps.map(\.part) == [.competency("A")])
        #expect(shortage?.gaps.map(\.needed) == [5])
        #expect(shortage?.gaps.map(\.available) == [3])
    }
}
