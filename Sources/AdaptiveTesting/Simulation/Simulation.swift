/// Whole tests of simulated people, asked by `AdaptiveTest`.
package struct Simulation: Sendable {
    package let pool: ItemPool
    package let design: TestDesign
    package let cap: ExposureCap?
    package let seed: UInt64

    package init(of pool: ItemPool, design: TestDesign, cap: ExposureCap? = nil, seed: UInt64) {
        self.pool = pool
        self.design = design
        self.cap = cap
        self.seed = seed
    }

    /// Runs everyone's test, one after another, as the exposure of each depends on those before.
    ///
    /// - Parameter reading: the processor's time in nanoseconds; given, the time of every question is measured.
    package func run(_ people: [SimulatedPerson], reading: (() -> UInt64)? = nil) -> SimulationReport {
        var ledger = cap.map { ExposureLedger(cap: $0, items: pool.count) }
        var attempts: [SimulatedAttempt] = []
        attempts.reserveCapacity(people.count)
        var nanoseconds: [UInt64] = []
        for (number, person) in people.enumerated() {
            attempts.append(
                attempt(of: person, number: number, under: &ledger, reading: reading, nanoseconds: &nanoseconds))
        }
        return SimulationReport(attempts: attempts, of: self, nanoseconds: nanoseconds)
    }

    private func attempt(
        of person: SimulatedPerson, number: Int, under ledger: inout ExposureLedger?, reading: (() -> UInt64)?,
        nanoseconds: inout [UInt64]
    ) -> SimulatedAttempt {
        let place = ledger?.begin() ?? number
        var answering = SeededGenerator(seed: ~seed, member: number)
        var test: AdaptiveTest
        do {
            test = try AdaptiveTest(
                of: pool, design: design, seed: SeededGenerator.seed(seed, member: number),
                exposure: ledger?.snapshot(for: place),
                isEligible: { item in person.answers.map { $0[item.id] != nil } ?? true })
        } catch {
            ledger?.withdrawLastAttempt()
            return SimulatedAttempt(
                asked: [], score: AbilityScoring(prior: design.prior, grid: pool.grid).score([], by: design.estimator),
                trueAbility: person.ability, ending: .refused(error), decision: nil)
        }
        while true {
            let start = reading?()
            let step = test.next()
            guard case .ask(let item) = step else {
                guard case .finish(let reason) = step else { continue }
                return SimulatedAttempt(
                    asked: test.asked, score: test.score, trueAbility: person.ability, ending: .stopped(reason),
                    decision: test.decision)
            }
            if ledger?.assign(item, to: place) == false {
                test.withdrawPending()
                continue
            }
            let parameters = pool.items[item].parameters
            let isRight =
                person.answers?[pool.items[item].id]
                ?? simulateAnswer(parameters: parameters, ability: person.ability ?? 0, using: &answering)
            test.record(isRight: isRight)
            if let start, let reading { nanoseconds.append(reading() - start) }
        }
    }
}
