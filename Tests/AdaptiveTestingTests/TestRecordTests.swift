import AdaptiveTesting
import Foundation
import Testing

@Suite struct `The record of a test` {
    private static let design = TestDesign(selection: .progressive, stopping: .afterItems(12), seedQuestions: 2)

    /// A test under exposure control in which one item was taken by another attempt.
    private func recorded() throws -> (pool: ItemPool, record: TestRecord) {
        let items = try bank(of: 60).enumerated().map { number, item in
            Item(id: item.id, parameters: item.parameters, content: item.content, isSeed: number % 12 == 0)
        }
        let pool = ItemPool(items)
        var ledger = ExposureLedger(cap: ExposureCap(share: 0.5), items: pool.count)
        for attempt in (1...9).map({ _ in ledger.begin() }) {
            for item in 0..<20 where item % 3 != attempt % 3 { _ = ledger.assign(item, to: attempt) }
        }
        let exposure = ledger.snapshot(for: ledger.begin())
        let barred: Set = ["q7", "q30"]
        var test = try AdaptiveTest(
            of: pool, design: Self.design, seed: 77, exposure: exposure, isEligible: { !barred.contains($0.id.value) })
        var steps: [TestRecord.Step] = []
        var withdrawn: [String] = []
        while case .ask(let item) = test.next() {
            let id = pool.items[item].id.value
            if steps.count == 4, withdrawn.isEmpty {
                withdrawn = [id]
                test.withdrawPending()
                continue
            }
            test.record(isRight: item % 2 > 0)
            steps.append(
                TestRecord.Step(
                    item: id, isRight: item % 2 > 0, withdrawn: withdrawn, ability: test.score.ability,
                    standardError: test.score.standardError))
            withdrawn = []
        }
        let record = TestRecord(seed: 77, exposure: exposure, barred: barred, steps: steps)
        return (pool, try JSONDecoder().decode(TestRecord.self, from: JSONEncoder().encode(record)))
    }

    @Test func `is replayed bit for bit after it was stored`() throws {
        let (pool, record) = try recorded()

        #expect(record.steps.count == 14)
        #expect(try record.firstDifference(in: pool, under: Self.design) == nil)
    }

    @Test func `shows where a replay goes another way`() throws {
        let (pool, record) = try recorded()
        var steps = record.steps
        steps[6] = TestRecord.Step(
            item: steps[6].item, isRight: !steps[6].isRight, withdrawn: steps[6].withdrawn, ability: steps[6].ability,
            standardError: steps[6].standardError)
        let forged = TestRecord(seed: record.seed, exposure: record.exposure, barred: record.barred, steps: steps)
        let otherSeed = TestRecord(
            seed: 78, exposure: record.exposure, barred: record.barred, steps: record.steps)

        let place = try forged.firstDifference(in: pool, under: Self.design)
        #expect(place == 6 || place == 7)
        #expect(try otherSeed.firstDifference(in: pool, under: Self.design) != nil)
    }

    @Test func `is rescored without a question that was struck out`() throws {
        let (pool, record) = try recorded()
        let scored = try record.steps.filter { step in
            !pool.items[try #require(pool.index(of: ItemID(step.item)))].isSeed
        }
        let struckOut = try #require(scored.first { $0.isRight })
        let whole = record.rescored(without: [], in: pool, under: Self.design)
        let without = record.rescored(without: [struckOut.item], in: pool, under: Self.design)

        #expect(abs(whole.ability - (record.steps.last?.ability ?? 0)) < 1e-12)
        #expect(without.ability < whole.ability)
        #expect(without.standardError > whole.standardError)
    }
}
