import AdaptiveTesting
import Testing

/// What other programs get wrong, by the numbers of the list that came with the reference numbers.
@Suite struct `Faults of other programs` {
    /// 1: catR's `genSeed` reseeds at every item, so one uniform draw answers a whole test (RMSE .98 instead of .30).
    @Test func `every answer of a simulation is a draw of its own`() throws {
        let pool = try ReferenceNumbers.bench().pool
        let design = TestDesign(stopping: .whenStandardErrorFalls(below: 0.3, atLeast: 0, atMost: 30))
        let report = Simulation(of: pool, design: design, seed: 5).run(SimulatedPerson.drawn(300, seed: 6))

        #expect(try #require(report.rootMeanSquareError) < 0.34)
        let constant = report.attempts.count { attempt in Set(attempt.asked.map(\.isRight)).count == 1 }
        #expect(constant < 10)
    }

    /// 2: catR's default grid is off by up to .24 when all answers are right or all wrong.
    @Test func `the grid is wide enough for constant answers`() throws {
        let items = try ReferenceNumbers.bank("2pl").values.sorted { $0.difficulty < $1.difficulty }.suffix(40)
        let answers = items.map { ScoredAnswer($0, isRight: true) }
        func ability(_ grid: AbilityGrid) -> Double { AbilityScoring(grid: grid).score(answers, by: .eap).ability }
        let truth = ability(AbilityGrid(over: -10...10, count: 4001))

        #expect(abs(ability(.standard) - truth) < 0.01)
        #expect(abs(ability(AbilityGrid(over: -6...6, count: 61)) - truth) < 0.01)
        #expect(abs(ability(AbilityGrid(over: -4...4, count: 33)) - truth) > 0.05)
    }

    /// 3: mirt's "WLE" is the mode under Jeffreys' prior: the same with two parameters, off by up to .61 with three.
    @Test func `Warm's estimate is not the mode under Jeffreys' prior where answers are guessed`() throws {
        func largestGap(_ model: String) throws -> Double {
            let bank = try ReferenceNumbers.bank(model)
            return try ReferenceNumbers.patterns(model).map { pattern in
                let answers = try zip(pattern.items, pattern.responses).map {
                    ScoredAnswer(try #require(bank[$0]), isRight: $1 == 1)
                }
                let scoring = AbilityScoring(grid: AbilityGrid(over: -4...4, count: 33))
                return abs(
                    scoring.score(answers, by: .wle).ability - scoring.score(answers, by: .jeffreys).ability)
            }.max() ?? 0
        }
        #expect(try largestGap("2pl") < 1e-9)
        #expect(try largestGap("3pl") > 0.3)
    }

    /// 4: mirt's MAP standard error uses observed, catR's expected information: up to .29 apart with guessing.
    @Test func `a standard error says from which information it comes`() throws {
        let bank = try ReferenceNumbers.bank("3pl")
        let gaps = try ReferenceNumbers.patterns("3pl").map { pattern in
            let answers = try zip(pattern.items, pattern.responses).map {
                ScoredAnswer(try #require(bank[$0]), isRight: $1 == 1)
            }
            let expected = AbilityScoring().score(answers, by: .map)
            let observed = AbilityScoring().score(answers, by: .map, errorKind: .observedInformation)
            #expect(expected.errorKind == .expectedInformation)
            #expect(observed.errorKind == .observedInformation)
            #expect(expected.ability == observed.ability)
            return abs(expected.standardError - observed.standardError)
        }
        #expect((gaps.max() ?? 0) > 0.05)
        #expect(AbilityScoring().score([], by: .eap).errorKind == .posterior)
    }

    /// 5: catsim's a-stratified selector gives everyone the same 30 items, and its cap needs the final number of people.
    @Test func `people of unlike ability get unlike items, and the cap holds at every moment`() throws {
        let pool = try ReferenceNumbers.bench().pool
        let design = TestDesign(stopping: .afterItems(15))
        let report = Simulation(of: pool, design: design, cap: ExposureCap(share: 0.2), seed: 5)
            .run(SimulatedPerson.drawn(300, seed: 6))

        #expect(Set(report.attempts.map { $0.asked.map(\.item) }).count == 300)
        var shown = Array(repeating: 0, count: pool.count)
        for (index, attempt) in report.attempts.enumerated() {
            for asked in attempt.asked { shown[asked.item] += 1 }
            if index >= 19 { #expect((shown.max() ?? 0) * 5 <= index + 1) }
        }
    }

    /// 6: jsCAT's information ignores the upper asymptote, and its EAP standard error is 1/√I, not the posterior's SD.
    @Test func `the ceiling lowers information, and the posterior's own error is reported`() throws {
        let item = try ItemParameters(discrimination: 1.5, difficulty: 0, guessing: 0.2, ceiling: 0.9)
        let without = try ItemParameters(discrimination: 1.5, difficulty: 0, guessing: 0.2)
        #expect(item.information(at: 1) < 0.75 * without.information(at: 1))

        let answers = [ScoredAnswer(without, isRight: true), ScoredAnswer(without, isRight: false)]
        let score = AbilityScoring().score(answers, by: .eap)
        let byInformation = 1 / (2 * without.information(at: score.ability)).squareRoot()
        #expect(score.errorKind == .posterior)
        #expect(score.standardError < 1)
        #expect(byInformation > 1)
    }

    /// 7: Pix re-centres the prior at every answer, so that data count twice and order matters; everyone starts with the
    /// same questions; it ends in silence when the bank runs dry.
    @Test func `answers count once, beginnings differ, and a dry bank is named`() throws {
        let items = try bank(of: 20)
        let answers = items.enumerated().map { ScoredAnswer($1.parameters, isRight: $0 % 3 > 0) }
        let forward = AbilityScoring().score(answers, by: .eap)
        let backward = AbilityScoring().score(answers.reversed(), by: .eap)
        #expect(abs(forward.ability - backward.ability) < 1e-12)
        let repeated = AbilityScoring().score(answers + answers, by: .eap)
        #expect(repeated.standardError < forward.standardError)

        let pool = try ReferenceNumbers.bench().pool
        let design = TestDesign(stopping: .afterItems(10))
        let report = Simulation(of: pool, design: design, cap: ExposureCap(share: 0.2), seed: 5)
            .run(SimulatedPerson.drawn(200, seed: 6))
        #expect(Set(report.attempts.compactMap { $0.asked.first?.item }).count >= 5)

        var test = try AdaptiveTest(of: ItemPool(items), design: TestDesign(stopping: .afterItems(30)), seed: 1)
        while case .ask = test.next() { test.record(isRight: true) }
        let lastStep = test.next()
        #expect(lastStep == .finish(.bankExhausted))
        #expect(StopReason.bankExhausted.words == "the bank ran dry")
    }

    /// 9: eligibility by lot overshoots its cap (.23 at .20).
    @Test(arguments: [0.05, 0.2, 0.37])
    func `no item is ever shown once more than the cap allows`(share: Double) throws {
        let pool = try ReferenceNumbers.bench().pool
        let cap = ExposureCap(share: share, window: 50)
        let report = Simulation(of: pool, design: TestDesign(stopping: .afterItems(20)), cap: cap, seed: 7)
            .run(SimulatedPerson.drawn(150, seed: 8))
        for item in pool.items.indices {
            let seen = report.attempts.map { $0.asked.contains { $0.item == item } ? 1 : 0 }
            var inWindow = 0
            for (index, one) in seen.enumerated() {
                inWindow += one - (index >= 50 ? seen[index - 50] : 0)
                #expect(Double(inWindow) <= share * 50 + 1e-9)
            }
        }
        #expect(report.greatestExposure <= share)
    }

    /// 10: selection options that picked the worst items, repeated an item, ignored content, or were off by a category.
    @Test(arguments: SelectionRule.allCases)
    func `a rule repeats nothing, keeps the content and beats chance`(rule: SelectionRule) throws {
        let pool = try ReferenceNumbers.bench().pool
        let shares = try ContentShares(parsing: "A=0.1,B=0.2,C=0.3,D=0.4")
        func error(_ rule: SelectionRule) throws -> Double {
            let design = TestDesign(selection: rule, stopping: .afterItems(13), content: .shares(shares))
            let report = Simulation(of: pool, design: design, seed: 9).run(SimulatedPerson.drawn(40, seed: 10))
            for attempt in report.attempts {
                #expect(Set(attempt.asked.map(\.item)).count == 13)
                let areas = attempt.asked.map { pool.items[$0.item].content.competency }
                for length in 1...13 {
                    let counts = Dictionary(areas.prefix(length).map { ($0, 1) }, uniquingKeysWith: +)
                    #expect(shares.isKept(by: counts))
                }
            }
            return report.attempts.reduce(0) { $0 + $1.score.standardError } / 40
        }
        let own = try error(rule)
        if rule != .random { #expect(own < 0.95 * (try error(.random))) }
    }

    @Test func `graded answers are counted from zero to the last category`() throws {
        let item = try GradedParameters(discrimination: 2, thresholds: [-1, 0, 1])
        let abilities = (0...3).compactMap { ScoredAnswer(.graded(item), category: $0) }.map {
            AbilityScoring().score([$0], by: .eap).ability
        }
        #expect(abilities.count == 4)
        #expect(zip(abilities, abilities.dropFirst()).allSatisfy { $0 < $1 })
        #expect(abs(abilities[0] + abilities[3]) < 1e-12)
        #expect(abs(abilities[1] + abilities[2]) < 1e-12)
    }
}
