import AdaptiveTesting
import Foundation
import Testing

@Suite struct `The seeded generator` {
    /// The published test vector of SplitMix64 for this seed.
    @Test func `is SplitMix64`() {
        var generator = SeededGenerator(seed: 1_234_567)

        #expect(
            (0..<5).map { _ in generator.next() } == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
                4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
            ])
    }

    @Test func `goes on where it was stored`() throws {
        var generator = SeededGenerator(seed: .max)
        _ = generator.next()
        var stored = try JSONDecoder().decode(SeededGenerator.self, from: JSONEncoder().encode(generator))

        #expect(stored.next() == generator.next())
    }

    @Test(arguments: [1, 2, 3, 7, 1000]) func `draws every index below a bound equally often`(bound: Int) {
        var generator = SeededGenerator(seed: 3)
        var seen = Array(repeating: 0, count: bound)
        let draws = 200 * bound
        for _ in 0..<draws { seen[generator.index(below: bound)] += 1 }

        // Chi-squared has mean k − 1 and variance 2(k − 1); five deviations leave no doubt.
        let chiSquared = seen.reduce(0.0) { $0 + Double(($1 - 200) * ($1 - 200)) / 200 }
        let freedom = Double(bound - 1)
        #expect(abs(chiSquared - freedom) <= 5 * (2 * freedom).squareRoot())
    }

    @Test(arguments: [0, -5, 1]) func `has one answer where there is no choice`(bound: Int) {
        var generator = SeededGenerator(seed: 3)

        #expect(generator.index(below: bound) == 0)
    }

    @Test func `shuffles into every order equally often`() {
        var generator = SeededGenerator(seed: 9)
        var seen: [[Int]: Int] = [:]
        for _ in 0..<24_000 { seen[generator.shuffled([1, 2, 3, 4]), default: 0] += 1 }

        #expect(seen.count == 24)
        #expect(seen.values.allSatisfy { (850...1150).contains($0) })
    }

    /// Replays stored with attempts depend on this very order.
    @Test func `shuffles as it always did`() {
        var generator = SeededGenerator(seed: 42)

        #expect(generator.shuffled(Array(0..<10)) == [8, 3, 6, 5, 4, 0, 9, 2, 1, 7])
        #expect(generator.shuffled([Int]()).isEmpty)
    }
}
