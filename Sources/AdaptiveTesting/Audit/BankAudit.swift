import Glibc

/// Simulates an exam before it is published, and refuses it where the bank cannot bear it.
///
/// An exam that runs dry does so in front of people. What is looked at: information against the cut, expected length,
/// accuracy, exposure, starvation.
package struct BankAudit: Sendable {
    private let pool: ItemPool
    private let design: TestDesign
    private let cap: ExposureCap?
    private let requirements: Requirements

    /// What an exam has to reach.
    package struct Requirements: Hashable, Sendable {
        /// The share of right decisions.
        package let accuracy: Double?
        /// The standard error at the cut.
        package let standardError: Double?
        /// The share of tests that may run dry.
        package let starvation: Double

        package init(accuracy: Double? = 0.85, standardError: Double? = nil, starvation: Double = 0) {
            self.accuracy = accuracy
            self.standardError = standardError
            self.starvation = starvation
        }
    }

    /// - Parameter isCalibrated: whether the parameters were estimated from answers; if not, only a balanced form of
    ///   fixed length certifies, and that is what is simulated.
    package init(
        of pool: ItemPool, design: TestDesign, cap: ExposureCap?, isCalibrated: Bool,
        requirements: Requirements = Requirements()
    ) {
        self.pool = pool
        self.cap = isCalibrated ? cap : nil
        self.requirements = requirements
        self.design = isCalibrated ? design : design.asFixedForm
    }

    /// Simulates so many people, drawn from the design's prior.
    package func run(examinees: Int = 1000, seed: UInt64) -> BankAuditReport {
        let people = SimulatedPerson.drawn(examinees, from: design.prior, seed: SeededGenerator.seed(seed, member: -1))
        var shortages: [BankShortage] = []
        let free = Simulation(of: pool, design: design, seed: seed).run(people)
        if case .refused(let shortage) = free.attempts.first?.ending { shortages.append(.content(shortage)) }
        let report = cap.map { Simulation(of: pool, design: design, cap: $0, seed: seed).run(people) } ?? free
        if let cap { shortages += supplyShortages(under: cap, in: free) }
        let starved = Double(report.attempts.count(where: \.ranDry)) / Double(max(examinees, 1))
        if starved > requirements.starvation { shortages.append(.starvation(share: starved)) }
        if let required = requirements.accuracy, let found = report.accuracy, found < required {
            shortages.append(.accuracy(found: found, required: required))
        }
        let information = design.stopping.cut.map(bestInformation)
        let error = information.map {
            1 / ($0 + 1 / (design.prior.standardDeviation * design.prior.standardDeviation)).squareRoot()
        }
        if let required = requirements.standardError, let error, error > required {
            shortages.append(.precision(found: error, required: required))
        }
        return BankAuditReport(
            simulation: report, informationAtCut: information, standardErrorAtCut: error, starvedShare: starved,
            shortages: shortages)
    }

    /// The information at the cut of the test of the greatest length that tells most there.
    private func bestInformation(at cut: Double) -> Double {
        let values = pool.items.filter { !$0.isSeed }.map { $0.parameters.information(at: cut) }.sorted(by: >)
        return values.prefix(design.stopping.longest).reduce(0, +)
    }

    /// Areas whose items, each at its cap, are fewer than the average test asks.
    private func supplyShortages(under cap: ExposureCap, in report: SimulationReport) -> [BankShortage] {
        let begun = report.attempts.count { !$0.isRefused }
        guard begun > 0, cap.share > 0 else { return [] }
        let areas = Set(pool.cells.map(\.competency)).sorted()
        return areas.compactMap { area in
            let items = pool.items.indices.filter {
                pool.items[$0].content.competency == area && !pool.items[$0].isSeed
            }
            let questions = Double(items.reduce(0) { $0 + report.showings[$1] }) / Double(begun)
            let needed = Int((questions / cap.share).rounded(.up))
            guard needed > items.count else { return nil }
            return .supply(area: area, questions: questions, needed: needed, available: items.count)
        }
    }
}

extension TestDesign {
    /// A balanced form: as long as the test can get, drawn by lot within its content rule.
    fileprivate var asFixedForm: TestDesign {
        let cut = stopping.cut
        let length = stopping.longest
        return TestDesign(
            selection: .random, estimator: estimator, prior: prior,
            // Certainty of one is never reached, so the cut is kept and the length decides.
            stopping: cut.map { .whenDecided(cut: $0, certainty: 2, atLeast: length, atMost: length) }
                ?? .afterItems(length),
            content: content, spreading: .none)
    }
}

extension SimulatedAttempt {
    /// Ended, or could not begin, because nothing was left that might be asked.
    fileprivate var ranDry: Bool {
        switch ending {
        case .stopped(let reason): reason == .bankExhausted
        case .refused: true
        }
    }
}
