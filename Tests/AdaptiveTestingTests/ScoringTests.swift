import AdaptiveTesting
import Testing

@Suite struct `Scoring` {
    private static let models: [ResponseModel] = {
        let binary = [(0.0, 1.0), (0.25, 1), (0, 0.9), (0.2, 0.95)].compactMap { guessing, ceiling in
            try? ItemParameters(discrimination: 1.3, difficulty: 0.4, guessing: guessing, ceiling: ceiling)
        }
        let graded = try? GradedParameters(discrimination: 1.4, thresholds: [-1.2, 0.1, 0.9])
        return binary.map(ResponseModel.rightOrWrong) + [graded].compactMap { $0 }.map(ResponseModel.graded)
    }()

    @Test(arguments: models)
    func `information is the mean square slope of the log-likelihood`(model: ResponseModel) {
        for ability in stride(from: -4.0, through: 4, by: 0.5) {
            var (total, information) = (0.0, 0.0)
            for category in 0..<model.categoryCount {
                let chance = model.probability(of: category, at: ability)
                let step = 1e-5
                let slope =
                    (model.probability(of: category, at: ability + step)
                        - model.probability(of: category, at: ability - step)) / (2 * step)
                information += slope * slope / chance
                total += chance
            }
            #expect(abs(total - 1) < 1e-12)
            #expect(abs(model.information(at: ability) - information) < 1e-7)
        }
    }

    /// The mode must be where the objective, written down independently, is highest.
    @Test(arguments: [AbilityEstimator.map, .ml, .jeffreys], [0, 0.25])
    func `finds the highest summit`(estimator: AbilityEstimator, guessing: Double) throws {
        var generator = SeededGenerator(seed: 3)
        for round in 0..<20 {
            let items = try bank(of: 15, seed: UInt64(round), guessing: guessing).map(\.parameters)
            let answers = items.map { ($0, generator.fraction() < 0.5) }
            let score = AbilityScoring().score(answers.map { ScoredAnswer($0.0, isRight: $0.1) }, by: estimator)
            func objective(_ ability: Double) -> Double {
                let likelihood = answers.reduce(0.0) {
                    let right = $1.0.probability(ofSuccessAt: ability)
                    return $0 + logarithm($1.1 ? right : 1 - right)
                }
                switch estimator {
                case .map: return likelihood - ability * ability / 2
                case .jeffreys:
                    return likelihood + logarithm(answers.reduce(0.0) { $0 + $1.0.information(at: ability) }) / 2
                default: return likelihood
                }
            }
            let best = objective(score.ability)
            for ability in stride(from: -6.0, through: 6, by: 0.01) { #expect(objective(ability) <= best + 1e-9) }
        }
    }

    @Test(arguments: AbilityEstimator.allCases, [true, false])
    func `stays finite when all answers are right or all wrong`(estimator: AbilityEstimator, isRight: Bool) throws {
        for guessing in [0, 0.25] {
            for count in [0, 1, 5, 60] {
                let answers = try bank(of: count, guessing: guessing).map {
                    ScoredAnswer($0.parameters, isRight: isRight)
                }
                let score = AbilityScoring().score(answers, by: estimator)
                #expect(score.ability.isFinite && abs(score.ability) <= 6)
                #expect(score.standardError.isFinite && score.standardError > 0)
                if estimator == .ml { #expect(score.isBoundary) }
                if estimator == .eap { #expect(!score.isBoundary) }
            }
        }
    }

    @Test func `flags graded answers that are all at an end`() throws {
        let item = try GradedParameters(discrimination: 1.4, thresholds: [-1.2, 0.1, 0.9])
        for category in [0, 3] {
            let answers = Array(repeating: ScoredAnswer(.graded(item), category: category), count: 8).compactMap { $0 }
            let score = AbilityScoring().score(answers, by: .ml)
            #expect(score.isBoundary)
            #expect(score.ability == (category == 0 ? -6 : 6))
        }
        #expect(ScoredAnswer(.graded(item), category: 4) == nil)
        #expect(ScoredAnswer(.graded(item), category: -1) == nil)
    }

    @Test(arguments: [[], [0.5, 0.5], [1, 0], [0, .infinity]])
    func `refuses thresholds that do not rise`(thresholds: [Double]) {
        #expect(throws: ItemParametersError.thresholds(thresholds)) {
            try GradedParameters(discrimination: 1, thresholds: thresholds)
        }
    }

    @Test(arguments: [0, 0.2], [1, 0.93])
    func `knows where an item tells most`(guessing: Double, ceiling: Double) throws {
        let item = try ItemParameters(discrimination: 1.7, difficulty: -0.3, guessing: guessing, ceiling: ceiling)
        let best = item.information(at: item.mostInformativeAbility)
        for ability in stride(from: -4.0, through: 4, by: 0.01) {
            #expect(item.information(at: ability) <= best + 1e-12)
        }
    }
}
