/// One adaptive test under way: chooses the next item, takes in answers, and says why it stopped.
///
/// The same pool, design, seed, exposure and answers give the same test, bit for bit: it looks at nothing else.
package struct AdaptiveTest: Sendable {
    package let pool: ItemPool
    package let design: TestDesign
    package private(set) var asked: [AskedItem] = []
    package private(set) var posterior: Posterior
    /// After the answers so far.
    package private(set) var score: AbilityScore
    private var answers: [ScoredAnswer] = []
    private var pending: Int?
    private var generator: SeededGenerator

    private var supply: ItemSupply
    private var merits: ItemMerits
    private let usage: [Double]
    /// Of the questions asked, those places that go to unscored ones.
    private let seedPlaces: Set<Int>
    /// The count of answers after which the items that were shown least have their turn.
    private let rotationPlace: Int?

    /// Begins a test, or says what the items that may be asked lack for its content.
    ///
    /// - Parameters:
    ///   - seed: of this attempt alone; kept with it.
    ///   - exposure: what exposure control says when the attempt begins.
    ///   - isEligible: leaves out what this person may not be asked: seen before, not in the language.
    package init(
        of pool: ItemPool, design: TestDesign, seed: UInt64, exposure: ExposureSnapshot? = nil,
        isEligible: (Item) -> Bool = { _ in true }
    ) throws(BlueprintShortage) {
        self.pool = pool
        self.design = design
        posterior = Posterior(prior: design.prior, grid: pool.grid)
        score = AbilityScoring(prior: design.prior, grid: pool.grid).score([], by: design.estimator)
        merits = ItemMerits(count: pool.count)
        usage = exposure?.usage ?? []
        supply = try ItemSupply(
            of: pool, for: design,
            mayAsk: pool.items.indices.map { isEligible(pool.items[$0]) && !(exposure?.closed[$0] ?? false) })
        var generator = SeededGenerator(seed: seed)
        // The last of them must come before the test can stop.
        let span = max(design.stopping.shortest, min(design.stopping.longest, Self.usualShortest)) - 1
        let places = generator.shuffled(Array(0..<max(span, 0) + design.seedQuestions))
        seedPlaces = Set(places.prefix(design.seedQuestions))
        let isRotated = !usage.isEmpty && generator.fraction() < design.spreading.rotation
        rotationPlace = isRotated ? 1 + generator.index(below: ExposureSpreading.lastRotatedPlace) : nil
        self.generator = generator
    }

    /// Answers that count.
    package var scoredCount: Int { answers.count }

    /// The side of the cut that the answers so far speak for; nothing where the test has no cut.
    package var decision: TestDecision? { design.stopping.decision(for: evidence) }

    /// The next item, or why there is none; asked again before an answer, it says the same.
    package mutating func next() -> TestStep {
        if let pending { return .ask(pending) }
        if let reason = design.stopping.decision(on: evidence), reason == .length || supply.mayStop {
            return .finish(reason)
        }
        if seedPlaces.contains(asked.count), let seed = supply.seedQuestion(using: &generator) {
            pending = seed
            return .ask(seed)
        }
        guard answers.count < supply.longest else { return .finish(supply.isCutShort ? .length : .bankExhausted) }
        supply.gatherCandidates(after: answers.count)
        guard !supply.candidates.isEmpty else { return .finish(.bankExhausted) }
        guard tellsEnough() else { return .finish(.nothingInformative) }
        if answers.count == rotationPlace { supply.keepLeast(of: usage) }
        merits.value(
            supply.candidates, of: pool, by: rule, at: score.ability, posterior: posterior, progress: progress,
            using: &generator)
        if design.selection.isInformation, !usage.isEmpty {
            merits.discount(supply.candidates, by: design.spreading.discount, usage: usage)
        }
        while let best = merits.best(of: supply.candidates) {
            if supply.canGive(best, after: answers.count) {
                pending = best
                return .ask(best)
            }
            supply.passOver(best)
        }
        return .finish(.bankExhausted)
    }

    /// Takes in the answer to the item that `next` gave; without one it does nothing.
    package mutating func record(isRight: Bool) {
        guard let item = pending else { return }
        pending = nil
        supply.take(item)
        let isScored = !pool.items[item].isSeed
        if isScored {
            posterior.observe(
                logLikelihoods: isRight ? pool.logRight : pool.logWrong, from: item * pool.grid.count)
            answers.append(ScoredAnswer(pool.items[item].parameters, isRight: isRight))
            rescore()
        }
        asked.append(AskedItem(item: item, isRight: isRight, isScored: isScored, score: score))
    }

    /// Gives the pending item back because another attempt took its last showing meanwhile; it is not asked any more.
    package mutating func withdrawPending() {
        if let pending { supply.close(pending) }
        pending = nil
    }

    /// Tests without a fewest number of questions rarely stop before this many.
    private static let usualShortest = 8

    private var evidence: TestEvidence {
        TestEvidence(
            count: answers.count, posterior: posterior, standardError: score.standardError, answers: answers)
    }

    private mutating func rescore() {
        guard design.estimator == .eap else {
            score = AbilityScoring(prior: design.prior, grid: pool.grid).score(answers, by: design.estimator)
            return
        }
        score = AbilityScore(meanOf: posterior)
    }

    /// The rule for the next item; a rule that goes by what is known takes the most informative item first, as catR does.
    private var rule: SelectionRule {
        switch design.selection {
        case .random, .progressive: design.selection
        default: answers.isEmpty ? .maximumInformation : design.selection
        }
    }

    /// How much of the way to its end the test has gone: by precision where it waits for that, and by length.
    private var progress: Double {
        let byLength = Double(answers.count) / Double(max(min(design.stopping.longest, pool.count) - 1, 1))
        guard let goal = design.stopping.standardErrorGoal else { return min(byLength, 1) }
        let ratio = goal / max(score.standardError, goal)
        return min(max(byLength, ratio * ratio), 1)
    }

    private func tellsEnough() -> Bool {
        guard design.leastInformation > 0, supply.mayStop, answers.count >= design.stopping.shortest else {
            return true
        }
        return supply.candidates.contains { pool.information(of: $0, at: score.ability) > design.leastInformation }
    }
}
