import AdaptiveTesting
import Courseware
import Training

/// How difficult and how telling each question really is, which neither its author nor the exam knows.
///
/// The true difficulty lies around that of the author's level, as the framework says; so the answers of the demo's world
/// hold something for a calibration to find.
struct DemoTruth: Sendable {
    private var parameters: [QuestionID: ItemParameters] = [:]

    init(_ content: Content, using generator: inout SeededGenerator) throws {
        for question in content.questions.values.sorted(by: { $0.id < $1.id }) {
            let assumed = try content.item(for: question).parameters
            parameters[question.id] = try ItemParameters(
                discrimination: assumed.discrimination * (0.7 + 0.7 * generator.fraction()),
                difficulty: generator.normal(mean: assumed.difficulty, deviation: content.difficultySD),
                guessing: assumed.guessing)
        }
    }

    func answersRight(
        _ question: Question, ability: Double, using generator: inout SeededGenerator
    ) -> Bool {
        guard let parameters = parameters[question.id] else { return false }
        return simulateAnswer(parameters: parameters, ability: ability, using: &generator)
    }
}
