package import AdaptiveTesting
package import Training

/// What an attempt does after its latest answer.
package enum NextStep: Hashable, Sendable {
    case ask(Item)
    case finish(StopReason)
}

extension AttemptPlan {
    /// How many of the most informative questions take part in each draw.
    ///
    /// Always taking the single best would show the same few questions to everyone.
    private static let bestFew = 5

    /// The next question, or why there is none. The same answers always lead to the same step.
    ///
    /// - Parameters:
    ///   - responses: the attempt's questions so far, all answered.
    ///   - bank: the questions that an adaptive attempt may ask; those already asked are left out here.
    package func next(after responses: [Response], from bank: [Item]) -> NextStep {
        switch form {
        case .fixed(let questions):
            let asked = Set(responses.map(\.question))
            // The form was frozen when it was drawn: the bank of today has no say in it.
            let next = questions.lazy.filter { !asked.contains($0.question) }.compactMap(\.item).first
            return next.map(NextStep.ask) ?? .finish(.length)
        case .adaptive(let stopping, let blueprint):
            return adaptiveNext(after: responses, from: bank, stopping: stopping, blueprint: blueprint)
        }
    }

    private func adaptiveNext(
        after responses: [Response], from bank: [Item], stopping: StoppingRule, blueprint: Blueprint?
    ) -> NextStep {
        var posterior = Posterior(prior: prior)
        for response in responses {
            guard let answer = response.answer else { continue }
            posterior.observe(response.item.parameters, correct: answer.isRight)
        }
        if let reason = stopping.decision(after: responses.count, posterior: posterior) { return .finish(reason) }
        let asked = Set(responses.map(\.item.id))
        let left = bank.filter { !asked.contains($0.id) }
        let allowed = blueprint?.eligible(left, after: responses.map(\.item)) ?? left
        var generator = generator(forPosition: responses.count + 1)
        let item = ItemSelection.mostInformative(
            at: posterior.estimate.ability, among: Self.bestFew, from: allowed, using: &generator)
        return item.map(NextStep.ask) ?? .finish(.bankExhausted)
    }

    /// The order in which the things of the question at `position` are shown.
    package func shuffle(of question: Question, atPosition position: Int) -> [Int] {
        // Its own stream: drawing the question must not disturb the order of its choices.
        var generator = generator(forPosition: -position)
        return generator.shuffled(Array(0..<question.kind.shuffledCount))
    }

    private func generator(forPosition position: Int) -> SeededGenerator {
        // The odd constant of SplitMix64 spreads neighbouring positions over the whole state.
        SeededGenerator(seed: seed &+ UInt64(bitPattern: Int64(position)) &* 0x9E37_79B9_7F4A_7C15)
    }
}
