import AdaptiveTesting
import Testing

@Suite struct `Numbers of independent programs` {
    @Test(arguments: ["2pl", "3pl"])
    func `probability and information agree with catR`(model: String) throws {
        let bank = try ReferenceNumbers.bank(model)
        let expected = try ReferenceNumbers.information(model)
        #expect(expected.probabilities.count == 20)

        for index in expected.probabilities.indices {
            let item = try #require(bank[index + 1])
            for (column, ability) in expected.theta.enumerated() {
                let probability = expected.probabilities[index][column]
                let information = expected.information[index][column]
                #expect(abs(item.probability(ofSuccessAt: ability) - probability) < 1e-10)
                #expect(abs(item.information(at: ability) - information) < 1e-10)
            }
        }
    }

    @Test(arguments: ["2pl", "3pl"])
    func `ability and standard error agree with catR on the same grid`(model: String) throws {
        let bank = try ReferenceNumbers.bank(model)
        let expected = try ReferenceNumbers.abilities(model)
        let patterns = try ReferenceNumbers.patterns(model)
        #expect(patterns.count == expected.count)

        for pattern in patterns {
            let responses = try zip(pattern.items, pattern.responses).map { item, response in
                (try #require(bank[item]), response == 1)
            }
            let result = try #require(expected[pattern.id])
            let coarse = Posterior.estimate(of: responses, grid: AbilityGrid(over: -4...4, count: 33))
            #expect(abs(coarse.ability - result.coarse.theta) < 1e-8)
            #expect(abs(coarse.standardError - result.coarse.se) < 1e-8)
            let fine = Posterior.estimate(of: responses)
            #expect(abs(fine.ability - result.fine.theta) < 1e-8)
            #expect(abs(fine.standardError - result.fine.se) < 1e-8)
        }
    }
}
