import Glibc

/// How honest errors are, and how good difficulties, while a new bank gathers answers.
///
/// Items are drawn as usual, authors' levels correlate with difficulty by one half, each person answers a few items at
/// random; then new people take a test that chooses the most informative items.
package struct ColdStartSimulation: Sendable {
    package var items = 80
    package var answersPerPerson = 12
    package var testLength = 20
    package var people = 400

    package init() {}

    package struct Figures: Hashable, Sendable {
        /// Of the difficulties.
        package var difficultyError = 0.0
        /// Root mean squares of the reported standard errors and of the errors made.
        package var reportedError = 0.0
        package var trueError = 0.0
        package var ratio: Double { reportedError / trueError }
    }

    /// The figures of one bank; over several seeds take root mean squares.
    package func figures(answersPerItem: Int, seed: UInt64) async throws(CalibrationError) -> Figures {
        var generator = SeededGenerator(seed: seed)
        let bank = (0..<items).compactMap { _ in ItemParameters.drawn(using: &generator) }
        let levels = bank.map { Self.levelDifficulty(of: $0, using: &generator) }
        var responses = ResponseMatrix(itemCount: bank.count)
        for _ in 0..<(answersPerItem * items / answersPerPerson) {
            let ability = generator.normal()
            var answers: [(item: Int, correct: Bool)] = []
            for item in generator.shuffled(Array(bank.indices)).prefix(answersPerPerson) {
                answers.append((item, simulateAnswer(parameters: bank[item], ability: ability, using: &generator)))
            }
            responses.append(answers)
        }
        let beliefs = try await ColdCalibration(levelDifficulties: levels).beliefs(after: responses)
        let scoring = beliefs.compactMap(\.scoringParameters)
        guard scoring.count == bank.count else { throw .nothingToEstimate }
        var figures = Figures()
        figures.difficultyError = Self.rootMeanSquare(
            zip(beliefs, bank).map { $0.difficulty.mean - $1.difficulty })
        let tests = (0..<people).map { _ in test(bank, scoring: scoring, using: &generator) }
        figures.reportedError = Self.rootMeanSquare(tests.map(\.reported))
        figures.trueError = Self.rootMeanSquare(tests.map(\.made))
        return figures
    }

    /// The author's judgement, as one of four levels.
    private static func levelDifficulty(of item: ItemParameters, using generator: inout SeededGenerator) -> Double {
        let judged = 0.5 * item.difficulty + 0.75.squareRoot() * generator.normal()
        return judged < -1 ? -1.5 : judged < 0 ? -0.5 : judged < 1 ? 0.5 : 1.5
    }

    private func test(
        _ bank: [ItemParameters], scoring: [ItemParameters], using generator: inout SeededGenerator
    ) -> (reported: Double, made: Double) {
        let ability = generator.normal()
        var posterior = Posterior(grid: AbilityGrid(count: 61))
        var remaining = Array(bank.indices)
        for _ in 0..<testLength {
            let estimate = posterior.estimate.ability
            let informations = remaining.map { scoring[$0].information(at: estimate) }
            guard let best = informations.indices.max(by: { informations[$0] < informations[$1] }) else { break }
            let item = remaining.remove(at: best)
            posterior.observe(
                scoring[item], correct: simulateAnswer(parameters: bank[item], ability: ability, using: &generator))
        }
        return (posterior.estimate.standardError, posterior.estimate.ability - ability)
    }

    private static func rootMeanSquare(_ values: [Double]) -> Double {
        (values.reduce(0) { $0 + $1 * $1 } / Double(max(values.count, 1))).squareRoot()
    }
}
