package import AdaptiveTesting
package import Competencies
package import Training

extension Framework {
    /// The question as the engine sees it before anyone has calibrated it.
    ///
    /// The author's level stands for a difficulty, and the type for the chance of guessing. The true difficulty lies
    /// around the level's with the standard deviation `scale.difficultySD`; an exam that is scored with such parameters
    /// has to count that in.
    package func item(for question: Question) throws(ItemParametersError) -> Item {
        let difficulty = levels.first { $0.level == question.level }?.difficulty
        return Item(
            id: ItemID(question.id.value),
            parameters: try ItemParameters(
                discrimination: scale.discrimination, difficulty: difficulty ?? scale.priorMean,
                guessing: question.kind.guessing),
            content: ContentTag(competency: question.competency.value, level: question.level.rank),
            group: question.exhibit?.id)
    }
}

extension Content {
    /// The question as the engine sees it before anyone has calibrated it.
    package func item(for question: Question) throws(ItemParametersError) -> Item {
        try framework.item(for: question)
    }

    /// How far the true difficulty of an uncalibrated question lies from its author's level (standard deviation).
    package var difficultySD: Double { framework.scale.difficultySD }
}
