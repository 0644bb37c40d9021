import AdaptiveTesting
import Testing

@Suite struct `An adaptive test` {
    private static let design = TestDesign(
        selection: .progressive, stopping: .whenStandardErrorFalls(below: 0.35, atLeast: 5, atMost: 25))

    @Test func `is repeated by its seed on any number of threads`() async throws {
        let pool = try ReferenceNumbers.bench().pool
        @Sendable func take(_ number: Int) throws -> [AskedItem] {
            var test = try AdaptiveTest(
                of: pool, design: Self.design, seed: SeededGenerator.seed(4, member: number))
            while case .ask(let item) = test.next() { test.record(isRight: (item &* 7 + number) % 3 > 0) }
            return test.asked
        }
        let alone = try (0..<40).map { try take($0) }
        let together = try await withThrowingTaskGroup(of: (Int, [AskedItem]).self) { group in
            for number in 0..<40 { group.addTask { (number, try take(number)) } }
            return try await group.reduce(into: [Int: [AskedItem]]()) { $0[$1.0] = $1.1 }
        }

        for number in 0..<40 { #expect(together[number] == alone[number]) }
        #expect(Set(alone.map { $0.map(\.item) }).count > 30)
    }

    @Test func `does not depend on the order of the bank`() throws {
        let items = try bank(of: 60)
        let tests = try [items, items.reversed()].map { bank in
            var test = try AdaptiveTest(of: ItemPool(bank), design: Self.design, seed: 3)
            while case .ask(let item) = test.next() { test.record(isRight: item % 2 > 0) }
            return test.asked
        }
        #expect(tests[0] == tests[1])
    }

    @Test func `never asks an enemy of what it asked`() throws {
        var generator = SeededGenerator(seed: 21)
        for round in 0..<60 {
            let items = try bank(of: 24, seed: UInt64(round)) { ContentTag(competency: $0 < 12 ? "A" : "B", level: 1) }
            let enemies = (0..<8).map { _ in
                Set((0..<2 + generator.index(below: 2)).map { _ in items[generator.index(below: 24)].id })
            }
            let blueprint = Blueprint(
                length: 8,
                rules: [
                    BlueprintRule(competency: "A", minimum: 4, maximum: 5),
                    BlueprintRule(competency: "B", minimum: 3, maximum: 8),
                ])
            let design = TestDesign(selection: .random, stopping: .afterItems(8), content: .blueprint(blueprint))
            guard var test = try? AdaptiveTest(of: ItemPool(items, enemies: enemies), design: design, seed: 1) else {
                continue
            }
            while case .ask = test.next() { test.record(isRight: true) }
            let asked = test.asked.map { test.pool.items[$0.item] }
            for group in enemies { #expect(asked.count { group.contains($0.id) } <= 1) }
            let lastStep = test.next()
            #expect(lastStep == .finish(.length))
            #expect(asked.count { $0.content.competency == "A" } >= 4)
        }
    }

    @Test func `fills the minima before it may stop`() throws {
        let items = try bank(of: 40) { ContentTag(competency: "A", level: 1 + $0 % 4) }
        let rules = (1...4).map { BlueprintRule(competency: "A", level: $0, minimum: 2, maximum: 20) }
        let design = TestDesign(
            stopping: .whenStandardErrorFalls(below: 0.9, atLeast: 3, atMost: 20),
            content: .blueprint(Blueprint(length: 20, rules: rules)))
        var test = try AdaptiveTest(of: ItemPool(items), design: design, seed: 1)
        while case .ask(let item) = test.next() { test.record(isRight: item % 2 > 0) }

        let counts = counts(test.asked.map { test.pool.items[$0.item] })
        let lastStep = test.next()
        #expect(lastStep == .finish(.precision))
        #expect(counts.values.allSatisfy { $0 >= 2 } && counts.count == 4)
    }

    @Test func `leaves out what the person may not be asked`() throws {
        let items = try bank(of: 30).enumerated().map { number, item in
            Item(
                id: item.id, parameters: item.parameters, content: item.content,
                languages: number % 3 == 0 ? ["az"] : ["az", "en"])
        }
        let seen = Set(items.prefix(5).map(\.id))
        let filter = ItemFilter(language: "en", seen: seen)
        var test = try AdaptiveTest(
            of: ItemPool(items), design: TestDesign(stopping: .afterItems(30)), seed: 1, isEligible: filter.allows)
        while case .ask = test.next() { test.record(isRight: true) }

        #expect(test.asked.allSatisfy { test.pool.items[$0.item].languages.contains("en") })
        #expect(test.asked.allSatisfy { !seen.contains(test.pool.items[$0.item].id) })
        #expect(test.asked.count == items.count { $0.languages.contains("en") && !seen.contains($0.id) })
    }

    @Test func `asks unscored questions along the way that change nothing`() throws {
        let items = try bank(of: 40).enumerated().map { number, item in
            Item(id: item.id, parameters: item.parameters, content: item.content, isSeed: number < 6)
        }
        let design = TestDesign(stopping: .afterItems(10), seedQuestions: 3)
        var places: Set<[Int]> = []
        for seed in 0..<20 as Range<UInt64> {
            var test = try AdaptiveTest(of: ItemPool(items), design: design, seed: seed)
            while case .ask(let item) = test.next() { test.record(isRight: item % 2 > 0) }
            let seeds = test.asked.indices.filter { !test.asked[$0].isScored }
            #expect(seeds.count == 3)
            #expect(test.scoredCount == 10)
            for place in seeds where place > 0 { #expect(test.asked[place].score == test.asked[place - 1].score) }
            let scored = test.asked.filter(\.isScored).map {
                ScoredAnswer(test.pool.items[$0.item].parameters, isRight: $0.isRight)
            }
            #expect(abs(AbilityScoring().score(scored, by: .eap).ability - test.score.ability) < 1e-12)
            places.insert(seeds)
        }
        #expect(places.count > 10)
    }

    @Test func `says when no remaining question tells enough`() throws {
        let hard = try ItemParameters.twoParameter(discrimination: 2, difficulty: 4)
        let items = (0..<20).map {
            Item(id: ItemID("q\($0)"), parameters: hard, content: ContentTag(competency: "A", level: 1))
        }
        let design = TestDesign(stopping: .afterItems(15), leastInformation: 0.01)
        var test = try AdaptiveTest(
            of: ItemPool(items),
            design: TestDesign(
                stopping: .whenStandardErrorFalls(below: 0.1, atLeast: 2, atMost: 15), leastInformation: 0.01), seed: 1)
        while case .ask = test.next() { test.record(isRight: false) }
        let lastStep = test.next()
        #expect(lastStep == .finish(.nothingInformative))
        #expect(test.asked.count == 2)

        var fixed = try AdaptiveTest(of: ItemPool(items), design: design, seed: 1)
        while case .ask = fixed.next() { fixed.record(isRight: false) }
        let fixedStep = fixed.next()
        #expect(fixedStep == .finish(.length))
    }

    @Test func `goes on without an item that another attempt took meanwhile`() throws {
        let items = try bank(of: 12)
        let design = TestDesign(stopping: .afterItems(5))
        var test = try AdaptiveTest(of: ItemPool(items), design: design, seed: 1)
        guard case .ask(let first) = test.next() else { return }
        test.withdrawPending()
        while case .ask = test.next() { test.record(isRight: true) }

        #expect(test.asked.count == 5)
        #expect(!test.asked.contains { $0.item == first })
    }
}
