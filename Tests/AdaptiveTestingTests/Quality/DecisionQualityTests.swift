import AdaptiveTesting
import Testing

@Suite struct `Decisions of an exam` {
    @Test func `on the cut are a toss, far from it certain`() throws {
        let near = try #require(DecisionQuality.rudner([AbilityEstimate(ability: 0, standardError: 0.3)], cuts: [0]))
        let far = try #require(DecisionQuality.rudner([AbilityEstimate(ability: 3, standardError: 0.3)], cuts: [0]))

        #expect(abs(near.accuracy - 0.5) < 1e-12)
        #expect(abs(near.consistency - 0.5) < 1e-12)
        #expect(far.accuracy > 0.999)
        #expect(far.consistency > 0.999)
    }

    @Test func `follow Rudner's normal tails at several cuts`() throws {
        let estimates = [AbilityEstimate(ability: 0.2, standardError: 0.4)]
        let quality = try #require(DecisionQuality.rudner(estimates, cuts: [1, -0.5]))
        // Φ(2) − Φ(−1.75), and the squares of the three shares.
        #expect(abs(quality.accuracy - (0.9772498680518208 - 0.0400591568638171)) < 1e-12)
        let shares = [0.0400591568638171, 0.9371907111880037, 0.0227501319481792]
        #expect(abs(quality.consistency - shares.reduce(0) { $0 + $1 * $1 }) < 1e-12)
    }

    @Test func `follow Lee's binomial scores when all items are alike`() throws {
        let items = Array(repeating: try ItemParameters.rasch(difficulty: 0), count: 4)
        let quality = try #require(DecisionQuality.lee(items, scoreCuts: [3], abilities: [0]))
        // Four tosses of a coin: three or more heads in 5 of 16; two are expected, which fails.
        #expect(abs(quality.accuracy - 11.0 / 16) < 1e-12)
        #expect(abs(quality.consistency - (121.0 + 25) / 256) < 1e-12)
    }

    @Test func `are as accurate and as consistent as Lee says`() throws {
        let items = try bank(of: 25, seed: 6).map(\.parameters)
        let expected = try #require(DecisionQuality.lee(items, scoreCuts: [13]))
        var generator = SeededGenerator(seed: 17)
        var (right, alike) = (0.0, 0.0)
        for _ in 0..<4000 {
            let ability = generator.normal()
            let passes = (0...1).map { _ in
                items.reduce(0) {
                    $0 + (simulateAnswer(parameters: $1, ability: ability, using: &generator) ? 1 : 0)
                } >= 13
            }
            let should = items.reduce(0) { $0 + $1.probability(ofSuccessAt: ability) } >= 13
            right += passes[0] == should ? 1 : 0
            alike += passes[0] == passes[1] ? 1 : 0
        }

        #expect(abs(right / 4000 - expected.accuracy) < 0.02)
        #expect(abs(alike / 4000 - expected.consistency) < 0.02)
    }

    @Test func `of nobody have no quality`() {
        #expect(DecisionQuality.rudner([], cuts: [0]) == nil)
        #expect(DecisionQuality.lee([], scoreCuts: [1]) == nil)
    }
}
