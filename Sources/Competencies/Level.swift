package import AdaptiveTesting
package import Organization

/// How far a person has come in a competency: 1 basic … 4 highly advanced.
package struct Level: Hashable, Comparable, Sendable, Codable {
    package let rank: Int

    package init(_ rank: Int) {
        self.rank = rank
    }

    package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    package init(from decoder: any Decoder) throws {
        rank = try decoder.singleValueContainer().decode(Int.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rank)
    }
}

package struct LevelDefinition: Hashable, Sendable, Codable {
    package let level: Level
    package let name: LocalizedName
    /// The ability at which the level begins.
    package let cut: Double
    /// The difficulty that an author's judgement of this level stands for.
    package let difficulty: Double

    package init(level: Level, name: LocalizedName, cut: Double, difficulty: Double) {
        self.level = level
        self.name = name
        self.cut = cut
        self.difficulty = difficulty
    }
}

/// The level that an ability and its uncertainty speak for.
package struct LevelJudgement: Hashable, Sendable, Codable {
    /// The highest level held; nothing below the first cut (*not yet basic*).
    package let level: Level?
    /// Probability that the person is at `level` or above; below the first cut, that they are below it.
    package let probability: Double

    /// From here on a level is shown as certain.
    package static let certainty = 0.95

    package var isCertain: Bool { probability >= Self.certainty }

    /// A level is held when P(ability ≥ its cut) ≥ 0.5.
    package init(_ estimate: AbilityEstimate, cuts: [Double]) {
        var held: (level: Level, probability: Double)?
        for (index, cut) in cuts.enumerated() {
            let probability = estimate.probability(above: cut)
            guard probability >= 0.5 else { break }
            held = (Level(index + 1), probability)
        }
        level = held?.level
        probability = held?.probability ?? (1 - (cuts.first.map(estimate.probability(above:)) ?? 0))
    }

    /// The levels that the middle 90 % of the uncertainty reaches, as `lowest...highest` (nothing: not yet basic).
    package static func span(of estimate: AbilityEstimate, cuts: [Double]) -> (lowest: Level?, highest: Level?) {
        let low = estimate.ability - 1.645 * estimate.standardError
        let high = estimate.ability + 1.645 * estimate.standardError
        return (Level(atAbility: low, cuts: cuts), Level(atAbility: high, cuts: cuts))
    }
}

extension Level {
    fileprivate init?(atAbility ability: Double, cuts: [Double]) {
        let rank = cuts.prefix { ability >= $0 }.count
        guard rank > 0 else { return nil }
        self.init(rank)
    }
}
