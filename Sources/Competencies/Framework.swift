package import Organization

/// The competencies that a state asks of its servants, in areas, each with levels on one ability scale.
package struct Framework: Hashable, Sendable, Codable {
    package let name: LocalizedName
    /// The credit line of the framework that this one follows.
    package let source: String
    /// In rising order.
    package let levels: [LevelDefinition]
    package let scale: Scale
    package let areas: [Area]

    package init(name: LocalizedName, source: String, levels: [LevelDefinition], scale: Scale, areas: [Area]) {
        self.name = name
        self.source = source
        self.levels = levels
        self.scale = scale
        self.areas = areas
    }

    package var competencies: [Competency] { areas.flatMap(\.competencies) }

    package func competency(_ id: CompetencyID) -> Competency? { competencies.first { $0.id == id } }

    /// The abilities at which the levels of `competency` begin, in rising order.
    package func cuts(of competency: CompetencyID) -> [Double] {
        self.competency(competency)?.cuts ?? levels.map(\.cut)
    }

    package func name(of level: Level, in language: Language) -> String {
        levels.first { $0.level == level }?.name[language] ?? String(level.rank)
    }

    /// The level to reach next; nothing from the highest one.
    ///
    /// - Parameter held: nothing when no level has been reached yet.
    package func level(after held: Level?) -> Level? {
        levels.lazy.map(\.level).first { level in held.map { level > $0 } ?? true }
    }
}

package struct CompetencyID: Hashable, Comparable, Sendable, Codable, LosslessStringConvertible,
    CodingKeyRepresentable
{
    package let value: String

    package init(_ value: String) {
        self.value = value
    }

    package var description: String { value }

    /// In the order of the framework: 6.2 stands before 6.10.
    package static func < (left: Self, right: Self) -> Bool {
        let (one, other) = (left.value.split(separator: "."), right.value.split(separator: "."))
        for (a, b) in zip(one, other) where a != b {
            guard let first = Int(a), let second = Int(b), first != second else { return a < b }
            return first < second
        }
        return one.count < other.count
    }

    package init(from decoder: any Decoder) throws {
        value = try decoder.singleValueContainer().decode(String.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }

    package init?(codingKey: some CodingKey) {
        value = codingKey.stringValue
    }

    package var codingKey: any CodingKey { Key(stringValue: value) }

    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) {
            self.stringValue = stringValue
        }

        init?(intValue: Int) { nil }
    }
}

package struct Area: Hashable, Sendable, Codable {
    package let id: String
    package let name: LocalizedName
    package let competencies: [Competency]

    package init(id: String, name: LocalizedName, competencies: [Competency]) {
        self.id = id
        self.name = name
        self.competencies = competencies
    }
}

package struct Competency: Hashable, Sendable, Codable {
    package let id: CompetencyID
    package let name: LocalizedName
    package let description: LocalizedText
    package let statements: [Statement]
    /// What a person at each level is seen to do, in rising order: for every level of the framework at least one text.
    package let levelStatements: [Level: [LocalizedText]]
    /// This competency's own cuts, one a level; the framework's default ones otherwise.
    package let cuts: [Double]?

    package init(
        id: CompetencyID, name: LocalizedName, description: LocalizedText, statements: [Statement],
        levelStatements: [Level: [LocalizedText]], cuts: [Double]?
    ) {
        self.id = id
        self.name = name
        self.description = description
        self.statements = statements
        self.levelStatements = levelStatements
        self.cuts = cuts
    }
}

/// One thing that a person who has the competency does; what a question measures.
package struct Statement: Hashable, Sendable, Codable {
    package let id: String
    package let text: LocalizedText

    package init(id: String, text: LocalizedText) {
        self.id = id
        self.text = text
    }
}

/// The ability scale that all competencies share.
package struct Scale: Hashable, Sendable, Codable {
    /// Spread of the true difficulties of questions of one author's level.
    package let difficultySD: Double
    /// Discrimination of a question that nobody has calibrated.
    package let discrimination: Double
    package let priorMean: Double
    package let priorSD: Double
    /// By how much the variance of a competency state grows in a month, up to the prior's.
    package let varianceGrowthPerMonth: Double

    package init(
        difficultySD: Double, discrimination: Double, priorMean: Double, priorSD: Double, varianceGrowthPerMonth: Double
    ) {
        self.difficultySD = difficultySD
        self.discrimination = discrimination
        self.priorMean = priorMean
        self.priorSD = priorSD
        self.varianceGrowthPerMonth = varianceGrowthPerMonth
    }
}
