import AdaptiveTesting
import Foundation
import Testing

@Suite struct `A bank that few have answered` {
    /// A new bank of forty items, twelve answers a person, authors whose levels correlate with the truth by one half.
    private struct Bank {
        var generator: SeededGenerator
        let items: [ItemParameters]
        let levelDifficulties: [Double]

        init(seed: UInt64) throws {
            var generator = SeededGenerator(seed: seed)
            items = try (0..<40).map { _ in
                try .twoParameter(
                    discrimination: exp(0.1 + 0.3 * generator.normal()), difficulty: generator.normal())
            }
            levelDifficulties = items.map { item in
                let judged = 0.5 * item.difficulty + 0.75.squareRoot() * generator.normal()
                return judged < -1 ? -1.5 : judged < 0 ? -0.5 : judged < 1 ? 0.5 : 1.5
            }
            self.generator = generator
        }

        mutating func answers(perItem: Int) -> ResponseMatrix {
            var matrix = ResponseMatrix(itemCount: items.count)
            for _ in 0..<(perItem * items.count / 12) { matrix.append(test(ofLength: 12).answers) }
            return matrix
        }

        mutating func test(ofLength length: Int) -> (ability: Double, answers: [(item: Int, correct: Bool)]) {
            let ability = generator.normal()
            var answers: [(item: Int, correct: Bool)] = []
            for item in generator.shuffled(Array(items.indices)).prefix(length) {
                answers.append((item, simulateAnswer(parameters: items[item], ability: ability, using: &generator)))
            }
            return (ability, answers)
        }
    }

    @Test(arguments: [(0, 1.0), (15, 0.6), (60, 0.4)])
    func `reports the error that it makes`(perItem: Int, largestError: Double) async throws {
        var (ofDifficulty, reported, made): ([Double], [Double], [Double]) = ([], [], [])
        for seed in 1...3 {
            var bank = try Bank(seed: UInt64(seed))
            let beliefs = try await ColdCalibration(levelDifficulties: bank.levelDifficulties)
                .beliefs(after: bank.answers(perItem: perItem))
            ofDifficulty += zip(beliefs, bank.items).map { $0.difficulty.mean - $1.difficulty }
            let scoring = try beliefs.map { try #require($0.scoringParameters) }
            for _ in 0..<250 {
                let test = bank.test(ofLength: 20)
                let estimate = Posterior.estimate(
                    of: test.answers.map { (scoring[$0.item], $0.correct) }, grid: AbilityGrid(count: 41))
                reported.append(estimate.standardError)
                made.append(estimate.ability - test.ability)
            }
        }

        #expect(rootMeanSquare(ofDifficulty) < largestError)
        #expect(abs(rootMeanSquare(reported) / rootMeanSquare(made) - 1) < 0.12)
    }

    /// With a free slope and a shrinking prior on difficulty, mean discriminations grew from 1.19 to 1.69.
    @Test func `does not inflate discriminations`() async throws {
        var bank = try Bank(seed: 5)
        let beliefs = try await ColdCalibration(levelDifficulties: bank.levelDifficulties)
            .beliefs(after: bank.answers(perItem: 15))

        let found = beliefs.reduce(0) { $0 + exp($1.logDiscrimination.mean) } / 40
        let truth = bank.items.reduce(0) { $0 + $1.discrimination } / 40
        #expect(abs(found - truth) < 0.12)
    }

    @Test func `scores with a flatter curve, the less is known`() throws {
        let sharp = try #require(belief(error: 0.01).scoringParameters)
        let vague = try #require(belief(error: 0.9).scoringParameters)

        #expect(abs(sharp.discrimination - 1.2) < 0.001)
        #expect(abs(sharp.difficulty - 0.4) < 0.001)
        #expect(vague.discrimination < 1.05)
        #expect(abs(vague.difficulty - 0.4) < 0.05)
    }

    @Test(arguments: [-3.0, -1, 0, 0.4, 1.5, 3])
    func `scores with a curve that is the chance over everything the item may be`(ability: Double) throws {
        let vague = belief(error: 0.9)
        let scoring = try #require(vague.scoringParameters)

        #expect(abs(scoring.probability(ofSuccessAt: ability) - vague.probability(ofSuccessAt: ability)) < 0.01)
    }

    private func belief(error: Double) -> ItemBelief {
        ItemBelief(
            logDiscrimination: Prior(mean: log(1.2), standardDeviation: min(error, 0.3)),
            difficulty: Prior(mean: 0.4, standardDeviation: error))
    }
}
