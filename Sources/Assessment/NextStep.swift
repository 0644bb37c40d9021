package import AdaptiveTesting
import Competencies
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

    /// The next question, or why there is none.
    ///
    /// The same answers always lead to the same step.
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
        case .adaptive(let stopping):
            return adaptiveNext(after: responses, from: bank, stopping: stopping)
        case .untilDecided(let pool, let blueprint, let certainty):
            return undecidedNext(
                after: responses, from: pool.compactMap(\.item), blueprint: blueprint, certainty: certainty)
        }
    }

    private func adaptiveNext(
        after responses: [Response], from bank: [Item], stopping: StoppingRule
    ) -> NextStep {
        let posterior = posterior(of: responses)
        if let reason = stopping.decision(after: responses.count, posterior: posterior) { return .finish(reason) }
        let asked = Set(responses.map(\.item.id))
        return ask(from: bank.filter { !asked.contains($0.id) }, at: posterior, position: responses.count + 1)
    }

    /// The next question of a calibrated exam.
    private func undecidedNext(
        after responses: [Response], from pool: [Item], blueprint: Blueprint, certainty: Double
    ) -> NextStep {
        guard responses.count < blueprint.length else { return .finish(.length) }
        let asked = Set(responses.map(\.item.id))
        // The items of the pool carry the levels that the blueprint counts.
        let chosen = pool.filter { asked.contains($0.id) }
        let posteriors = passing.keys.reduce(into: [CompetencyID: Posterior]()) { posteriors, competency in
            posteriors[competency] = posterior(
                of: responses.filter { $0.item.content.competency == competency.value })
        }
        let open = passing.filter { competency, cut in
            let above = posteriors[competency]?.probability(above: cut) ?? 0.5
            return max(above, 1 - above) < certainty
        }
        if open.isEmpty, responses.count >= minimumLength, blueprint.minimaAreMet(by: chosen) {
            return .finish(.decided)
        }
        // The minima are filled by the earliest end, or the exam could never end early.
        let horizon = responses.count < shortest ? Blueprint(length: shortest, rules: blueprint.rules) : blueprint
        let allowed = horizon.eligible(pool.filter { !asked.contains($0.id) }, after: chosen)
        // What is undecided comes first; among equals the competency that was asked least.
        let order = passing.keys.sorted { first, second in
            func rank(_ competency: CompetencyID) -> (Int, Int, CompetencyID) {
                (
                    open[competency] == nil ? 1 : 0,
                    chosen.count { $0.content.competency == competency.value }, competency
                )
            }
            return rank(first) < rank(second)
        }
        for competency in order {
            let items = allowed.filter { $0.content.competency == competency.value }
            guard !items.isEmpty, let posterior = posteriors[competency] else { continue }
            return ask(from: items, at: posterior, position: responses.count + 1)
        }
        return .finish(.bankExhausted)
    }

    private func ask(from items: [Item], at posterior: Posterior, position: Int) -> NextStep {
        var generator = generator(forPosition: position)
        let item = ItemSelection.mostInformative(
            at: posterior.estimate.ability, among: Self.bestFew, from: items, using: &generator)
        return item.map(NextStep.ask) ?? .finish(.bankExhausted)
    }

    private func posterior(of responses: [Response]) -> Posterior {
        var posterior = Posterior(prior: prior)
        for response in responses {
            guard let answer = response.answer else { continue }
            posterior.observe(response.item.parameters, correct: answer.isRight)
        }
        return posterior
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

extension Blueprint {
    fileprivate func minimaAreMet(by chosen: [Item]) -> Bool {
        rules.allSatisfy { rule in
            let count = chosen.count {
                $0.content.competency == rule.competency && (rule.level == nil || rule.level == $0.content.level)
            }
            return count >= rule.minimum
        }
    }
}
