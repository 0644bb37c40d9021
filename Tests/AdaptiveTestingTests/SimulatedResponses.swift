import AdaptiveTesting
import Foundation

/// Answers drawn from known items and abilities.
struct SimulatedResponses {
    var items: [ItemParameters]
    var abilities: [Double]
    var matrix: ResponseMatrix

    /// Every person answers `perPerson` items drawn at random, or all of them.
    init(
        items count: Int, people: Int, perPerson: Int? = nil, guessing: Double = 0,
        population: Prior = .standard, seed: UInt64
    ) throws {
        var generator = SeededGenerator(seed: seed)
        items = try (0..<count).map { _ in
            try ItemParameters(
                discrimination: exp(0.1 + 0.3 * generator.normal()), difficulty: generator.normal(),
                guessing: guessing)
        }
        abilities = (0..<people).map { _ in population.mean + population.standardDeviation * generator.normal()
        }
        matrix = ResponseMatrix(itemCount: count)
        for ability in abilities {
            let asked = generator.shuffled(Array(0..<count)).prefix(perPerson ?? count)
            var answers: [(item: Int, correct: Bool)] = []
            for item in asked {
                answers.append(
                    (item, simulateAnswer(parameters: items[item], ability: ability, using: &generator)))
            }
            matrix.append(answers)
        }
    }
}

/// The root of the mean square.
func rootMeanSquare(_ values: [Double]) -> Double {
    (values.reduce(0) { $0 + $1 * $1 } / Double(values.count)).squareRoot()
}
