/// What is kept of a test, from which it can be replayed for an appeal or rescored without a question.
package struct TestRecord: Hashable, Sendable, Codable {
    package let seed: UInt64
    package let exposure: ExposureSnapshot?
    /// Items that this person could not be asked.
    package let barred: Set<String>
    package let steps: [Step]

    package struct Step: Hashable, Sendable, Codable {
        package let item: String
        package let isRight: Bool
        /// Items that were chosen before this one, but whose last showing another attempt took meanwhile.
        package let withdrawn: [String]
        package let ability: Double
        package let standardError: Double

        package init(item: String, isRight: Bool, withdrawn: [String] = [], ability: Double, standardError: Double) {
            self.item = item
            self.isRight = isRight
            self.withdrawn = withdrawn
            self.ability = ability
            self.standardError = standardError
        }
    }

    package init(seed: UInt64, exposure: ExposureSnapshot?, barred: Set<String>, steps: [Step]) {
        self.seed = seed
        self.exposure = exposure
        self.barred = barred
        self.steps = steps
    }

    /// The first step (from zero) at which a replay goes another way; nil when the replay is identical, bit for bit.
    package func firstDifference(
        in pool: ItemPool, under design: TestDesign
    ) throws(BlueprintShortage) -> Int? {
        var test = try AdaptiveTest(
            of: pool, design: design, seed: seed, exposure: exposure,
            isEligible: { !barred.contains($0.id.value) })
        for (number, step) in steps.enumerated() {
            for withdrawn in step.withdrawn {
                guard case .ask(let item) = test.next(), pool.items[item].id.value == withdrawn else { return number }
                test.withdrawPending()
            }
            guard case .ask(let item) = test.next(), pool.items[item].id.value == step.item else { return number }
            test.record(isRight: step.isRight)
            guard test.score.ability == step.ability, test.score.standardError == step.standardError else {
                return number
            }
        }
        return nil
    }

    /// The score without the questions that were struck out afterwards.
    package func rescored(
        without struckOut: Set<String>, in pool: ItemPool, under design: TestDesign
    ) -> AbilityScore {
        let answers = steps.compactMap { step -> ScoredAnswer? in
            guard !struckOut.contains(step.item), let index = pool.index(of: ItemID(step.item)),
                !pool.items[index].isSeed
            else { return nil }
            return ScoredAnswer(pool.items[index].parameters, isRight: step.isRight)
        }
        return AbilityScoring(prior: design.prior, grid: pool.grid).score(answers, by: design.estimator)
    }
}
