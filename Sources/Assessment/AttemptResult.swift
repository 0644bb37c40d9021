package import AdaptiveTesting
package import Competencies

/// What an attempt showed, once it is over.
package struct AttemptResult: Hashable, Sendable, Codable {
    package let asked: Int
    package let answered: Int
    package let right: Int
    package let competencies: [CompetencyResult]

    package struct CompetencyResult: Hashable, Sendable, Codable {
        package let competency: CompetencyID
        package let ability: Double
        package let standardError: Double
        package let answered: Int
        package let cuts: [Double]
        /// Of an exam: the ability to reach, and the probability of standing at or above it.
        package let passing: Passing?

        package struct Passing: Hashable, Sendable, Codable {
            package let cut: Double
            package let probability: Double

            package var isReached: Bool { probability >= 0.5 }
        }

        package var estimate: AbilityEstimate { AbilityEstimate(ability: ability, standardError: standardError) }

        package var judgement: LevelJudgement { LevelJudgement(estimate, cuts: cuts) }
    }
}

package enum Outcome: String, Sendable, Codable {
    case passed, failed
    /// An exam with fewer answers than its minimum.
    case unfinished
    /// Practice or placement, which nobody fails.
    case finished
}

extension AttemptPlan {
    /// Judges the answers given; questions left unanswered are not marked wrong.
    package func judge(_ responses: [Response], purpose: Purpose) -> (result: AttemptResult, outcome: Outcome) {
        let answered = responses.filter { $0.answer != nil }
        let competencies = cuts.keys.sorted().map { competency in
            let own = answered.filter { $0.item.content.competency == competency.value }
            var posterior = Posterior(prior: prior)
            for response in own {
                posterior.observe(response.item.parameters, correct: response.answer?.isRight ?? false)
            }
            return AttemptResult.CompetencyResult(
                competency: competency, ability: posterior.estimate.ability,
                standardError: posterior.estimate.standardError, answered: own.count,
                cuts: cuts[competency, default: []],
                passing: passing[competency].map {
                    AttemptResult.CompetencyResult.Passing(cut: $0, probability: posterior.probability(above: $0))
                })
        }
        let result = AttemptResult(
            asked: responses.count, answered: answered.count, right: answered.count { $0.answer?.isRight == true },
            competencies: competencies)
        return (result, outcome(of: result, purpose: purpose))
    }

    private func outcome(of result: AttemptResult, purpose: Purpose) -> Outcome {
        guard purpose == .exam else { return .finished }
        guard result.answered >= minimumLength else { return .unfinished }
        return result.competencies.allSatisfy { $0.passing?.isReached ?? true } ? .passed : .failed
    }
}
