/// The outcome of a simulation: every attempt, and what they come to together.
package struct SimulationReport: Sendable {
    package let attempts: [SimulatedAttempt]
    package let meanLength: Double
    /// Root mean square of estimate less truth; nothing where no truth is known.
    package let rootMeanSquareError: Double?
    package let bias: Double?
    /// The largest share of attempts that saw one item.
    package let greatestExposure: Double
    /// The share of one test's questions that another one of the tests also had, averaged over all pairs.
    package let overlap: Double
    /// The share of scored items that nobody saw.
    package let unusedShare: Double
    package let contentViolations: Int
    package let refusals: Int
    /// The share of right decisions; nothing without a cut or a truth.
    package let accuracy: Double?
    /// The same for people further than 0.3 from the cut.
    package let accuracyFarFromCut: Double?
    /// What the posteriors themselves promise of the accuracy.
    package let predictedAccuracy: Double?
    /// Of each question: choosing it, taking in its answer.
    package let nanoseconds: [UInt64]
    package let showings: [Int]

    init(attempts: [SimulatedAttempt], of simulation: Simulation, nanoseconds: [UInt64]) {
        self.attempts = attempts
        self.nanoseconds = nanoseconds
        let begun = attempts.filter { !$0.isRefused }
        let number = Double(max(begun.count, 1))
        refusals = attempts.count - begun.count
        var showings = Array(repeating: 0, count: simulation.pool.count)
        for attempt in begun {
            for asked in attempt.asked { showings[asked.item] += 1 }
        }
        self.showings = showings
        meanLength = Double(begun.reduce(0) { $0 + $1.asked.count { $0.isScored } }) / number
        let asked = Double(showings.reduce(0, +))
        greatestExposure = Double(showings.max() ?? 0) / number
        let shared = showings.reduce(0.0) { $0 + Double($1) * Double($1 - 1) }
        overlap = begun.count > 1 && asked > 0 ? shared / (asked * (number - 1)) : 0
        let scored = simulation.pool.items.indices.filter { !simulation.pool.items[$0].isSeed }
        unusedShare = Double(scored.count { showings[$0] == 0 }) / Double(max(scored.count, 1))
        contentViolations = begun.count { !simulation.design.content.isKept(by: $0.asked, of: simulation.pool) }

        let errors = begun.compactMap { attempt in attempt.trueAbility.map { attempt.score.ability - $0 } }
        rootMeanSquareError = mean(errors.map { $0 * $0 })?.squareRoot()
        bias = mean(errors)
        guard let cut = simulation.design.stopping.cut else {
            (accuracy, accuracyFarFromCut, predictedAccuracy) = (nil, nil, nil)
            return
        }
        let decided = begun.compactMap { attempt in
            attempt.trueAbility.flatMap { truth in attempt.decision.map { (truth: truth, decision: $0) } }
        }
        func shareRight(_ people: [(truth: Double, decision: TestDecision)]) -> Double? {
            mean(people.map { ($0.truth >= cut) == ($0.decision.verdict == .pass) ? 1 : 0 })
        }
        accuracy = shareRight(decided)
        accuracyFarFromCut = shareRight(decided.filter { abs($0.truth - cut) > 0.3 })
        predictedAccuracy = mean(begun.compactMap { $0.decision?.certainty })
    }
}

extension SimulatedAttempt {
    package var isRefused: Bool {
        if case .refused = ending { true } else { false }
    }
}

extension ContentRule {
    /// Whether a test that has ended covers what it must.
    func isKept(by asked: [AskedItem], of pool: ItemPool) -> Bool {
        let contents = asked.filter(\.isScored).map { pool.items[$0.item].content }
        switch self {
        case .anything: return true
        case .shares(let shares):
            return shares.isKept(by: Dictionary(contents.map { ($0.competency, 1) }, uniquingKeysWith: +))
        case .blueprint(let blueprint):
            return blueprint.rules.allSatisfy { rule in
                let count = contents.count { content in
                    content.competency == rule.competency && (rule.level == nil || rule.level == content.level)
                }
                return rule.minimum <= count && count <= rule.maximum
            }
        }
    }
}

private func mean(_ values: [Double]) -> Double? {
    values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
}
