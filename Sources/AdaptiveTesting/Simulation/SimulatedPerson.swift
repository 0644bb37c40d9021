/// Someone who takes a simulated test: with a true ability, with recorded answers, or with both.
package struct SimulatedPerson: Hashable, Sendable {
    /// Nothing when only the answers are known.
    package let ability: Double?
    /// By item; what is missing cannot be asked.
    ///
    /// Nothing when answers are drawn from the ability.
    package let answers: [ItemID: Bool]?

    package init(ability: Double) {
        self.ability = ability
        answers = nil
    }

    package init(answers: [ItemID: Bool], ability: Double? = nil) {
        self.ability = ability
        self.answers = answers
    }

    /// People drawn from a normal distribution.
    package static func drawn(_ count: Int, from prior: Prior = .standard, seed: UInt64) -> [SimulatedPerson] {
        var generator = SeededGenerator(seed: seed)
        return (0..<max(count, 0)).map { _ in
            SimulatedPerson(ability: prior.mean + prior.standardDeviation * generator.normal())
        }
    }
}
