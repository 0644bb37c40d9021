import AdaptiveTesting
import Testing

@Suite struct `A stopping rule` {
    private static let precise = Posterior(prior: Prior(mean: 1, standardDeviation: 0.2))
    private static let vague = Posterior(prior: Prior(mean: 0.1, standardDeviation: 1))

    @Test(arguments: [
        (StoppingRule.afterItems(10), 9, vague, nil as StopReason?),
        (.afterItems(10), 10, vague, .length),
        (.whenStandardErrorFalls(below: 0.3, atLeast: 5, atMost: 20), 4, precise, nil),
        (.whenStandardErrorFalls(below: 0.3, atLeast: 5, atMost: 20), 5, precise, .precision),
        (.whenStandardErrorFalls(below: 0.3, atLeast: 5, atMost: 20), 19, vague, nil),
        (.whenStandardErrorFalls(below: 0.3, atLeast: 5, atMost: 20), 20, vague, .length),
        (.whenDecided(cut: 0, certainty: 0.95, atLeast: 5, atMost: 20), 4, precise, nil),
        (.whenDecided(cut: 0, certainty: 0.95, atLeast: 5, atMost: 20), 5, precise, .decided),
        (.whenDecided(cut: 2, certainty: 0.95, atLeast: 5, atMost: 20), 5, precise, .decided),
        (.whenDecided(cut: 0, certainty: 0.95, atLeast: 5, atMost: 20), 19, vague, nil),
        (.whenDecided(cut: 0, certainty: 0.95, atLeast: 5, atMost: 20), 20, vague, .length),
    ])
    func `ends a test when it has asked enough`(
        rule: StoppingRule, count: Int, posterior: Posterior, reason: StopReason?
    ) {
        #expect(rule.decision(after: count, posterior: posterior) == reason)
    }

    @Test(arguments: [
        ("items:20", StoppingRule.afterItems(20)),
        ("se:0.30,items:30", .whenStandardErrorFalls(below: 0.3, atLeast: 0, atMost: 30)),
        (
            "pass:0.95,cut:-0.5,min:10,items:30",
            .whenDecided(cut: -0.5, certainty: 0.95, atLeast: 10, atMost: 30)
        ),
        (
            "se:0.35, pass:0.95, cut:0, min:10, items:20",
            .whicheverComesFirst([
                .whenStandardErrorFalls(below: 0.35, atLeast: 10, atMost: 20),
                .whenDecided(cut: 0, certainty: 0.95, atLeast: 10, atMost: 20),
            ])
        ),
    ])
    func `is read as it is typed`(text: String, rule: StoppingRule) throws {
        #expect(try StoppingRule(parsing: text) == rule)
    }

    @Test(arguments: [
        ("", StoppingRuleError.missing("items")), ("se:0.3", .missing("items")), ("pass:0.95,items:9", .missing("cut")),
        ("se", .unreadable("se")), ("se:x,items:3", .unreadable("se:x")), ("sd:1,items:3", .unknown("sd")),
        ("se:0,items:3", .range("se")), ("pass:1,cut:0,items:3", .range("pass")), ("items:2.5", .range("items")),
        ("min:5,items:4", .range("items")), ("items:0", .range("items")), ("items:3,items:4", .unreadable("items:4")),
    ])
    func `is refused where it makes no sense`(text: String, error: StoppingRuleError) {
        #expect(throws: error) { try StoppingRule(parsing: text) }
    }

    @Test func `ends with whichever rule comes first`() {
        let rule = StoppingRule.whicheverComesFirst([
            .whenStandardErrorFalls(below: 0.3, atLeast: 0, atMost: 20),
            .whenDecided(cut: 2, certainty: 0.95, atLeast: 0, atMost: 20),
        ])
        #expect(rule.decision(after: 3, posterior: Self.precise) == .precision)
        #expect(rule.decision(after: 3, posterior: Self.vague) == .decided)
        #expect(rule.longest == 20)
        #expect(rule.cut == 2)
        #expect(rule.standardErrorGoal == 0.3)
    }
}
