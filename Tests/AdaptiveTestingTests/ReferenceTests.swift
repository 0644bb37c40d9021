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

    @Test(arguments: ["2pl", "3pl"])
    func `modes agree with catR, also at the end of the range`(model: String) throws {
        let bank = try ReferenceNumbers.bank(model)
        let expected = try ReferenceNumbers.abilities(model)
        let scoring = AbilityScoring(grid: AbilityGrid(over: -4...4, count: 33))

        for pattern in try ReferenceNumbers.patterns(model) {
            let answers = try zip(pattern.items, pattern.responses).map { item, response in
                ScoredAnswer(try #require(bank[item]), isRight: response == 1)
            }
            let result = try #require(expected[pattern.id])
            for (estimator, mode) in [(AbilityEstimator.map, result.map), (.ml, result.ml), (.wle, result.wle)] {
                let score = scoring.score(answers, by: estimator)
                #expect(abs(score.ability - mode.theta) < 1e-6, "\(estimator) of pattern \(pattern.id)")
                #expect(abs(score.standardError - mode.se) < 1e-6, "\(estimator) of pattern \(pattern.id)")
                #expect(score.isBoundary == mode.boundary, "\(estimator) of pattern \(pattern.id)")
            }
            let fine = AbilityScoring().score(answers, by: .eap)
            #expect(abs(fine.ability - result.fine.theta) < 1e-8)
            #expect(abs(fine.standardError - result.fine.se) < 1e-8)
        }
    }

    /// catR stops its search for the mode at a tolerance of 1.2e-4.
    @Test func `graded answers agree with catR`() throws {
        let bank = try ReferenceNumbers.gradedBank()
        let expected = try ReferenceNumbers.decode(GradedAbilityFile.self, from: "ability_grm").results

        for (pattern, result) in zip(try ReferenceNumbers.gradedPatterns(), expected) {
            let answers = zip(bank, pattern).compactMap { ScoredAnswer(.graded($0), category: $1) }
            #expect(answers.count == bank.count)
            let mean = AbilityScoring().score(answers, by: .eap)
            #expect(abs(mean.ability - result.fine.theta) < 1e-8)
            #expect(abs(mean.standardError - result.fine.se) < 1e-8)
            let mode = AbilityScoring().score(answers, by: .map)
            #expect(abs(mode.ability - result.map.theta) < 1.2e-4)
            #expect(abs(mode.standardError - result.map.se) < 1.2e-4)
        }
    }
}
