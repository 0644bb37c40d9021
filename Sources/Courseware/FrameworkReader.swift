import Competencies
import Organization
import Yams

/// Reads `framework.yml`.
struct FrameworkReader {
    /// Basic, intermediate, advanced, highly advanced.
    static let levelCount = 4
    /// Abilities beyond these have no meaning on the scale: its prior has a standard deviation of about one.
    private static let abilities = -6.0...6.0

    private var statementsByCompetency: [String: [String]] = [:]
    private var areaIDs: Set<String> = []

    static func read(_ file: YAMLValue) -> (framework: Framework?, names: FrameworkNames) {
        var reader = FrameworkReader()
        let framework = reader.framework(file)
        let isUseless = reader.statementsByCompetency.isEmpty
        return (
            framework,
            FrameworkNames(
                statementsByCompetency: isUseless ? nil : reader.statementsByCompetency, levels: 1...levelCount)
        )
    }

    private mutating func framework(_ file: YAMLValue) -> Framework? {
        guard let keys = file.mapping(of: ["name", "source", "levels", "scale", "areas"]) else { return nil }
        let name = keys.required("name", like: "{az: …, en: …, ru: …}")?.localizedName()
        let source = keys.required("source", like: "…")?.text()
        let levels = keys.required("levels", like: "[…]").flatMap(levels)
        let scale = keys.required("scale", like: "{difficultySD: 0.85, …}").flatMap(scale)
        let areas = keys.required("areas", like: "[…]")?.items(1...50, of: "areas")?.map { area($0) }
        guard let name, let source, let levels, let scale, let areas, !areas.contains(nil) else { return nil }
        return Framework(name: name, source: source, levels: levels, scale: scale, areas: areas.compactMap { $0 })
    }

    private func levels(_ value: YAMLValue) -> [LevelDefinition]? {
        guard let items = value.items(Self.levelCount...Self.levelCount, of: "levels") else { return nil }
        let levels = items.enumerated().compactMap { index, item in level(item, rank: index + 1) }
        guard levels.count == items.count else { return nil }
        for (index, (lower, higher)) in zip(levels, levels.dropFirst()).enumerated() {
            if higher.cut <= lower.cut {
                items[index + 1].fault(
                    "cut \(higher.cut) does not rise above \(lower.cut)", mend: "let the cuts rise strictly")
            }
            if higher.difficulty <= lower.difficulty {
                items[index + 1].fault(
                    "difficulty \(higher.difficulty) does not rise above \(lower.difficulty)",
                    mend: "let the difficulties rise strictly")
            }
        }
        return levels
    }

    private func level(_ value: YAMLValue, rank: Int) -> LevelDefinition? {
        guard let keys = value.mapping(of: ["id", "name", "cut", "difficulty"]) else { return nil }
        let id = keys.required("id", like: "\(rank)")?.whole(in: rank...rank)
        let name = keys.required("name", like: "{az: …, en: …, ru: …}")?.localizedName()
        let cut = keys.required("cut", like: "0.0")?.number(in: Self.abilities)
        let difficulty = keys.required("difficulty", like: "0.0")?.number(in: Self.abilities)
        guard let id, let name, let cut, let difficulty else { return nil }
        return LevelDefinition(level: Level(id), name: name, cut: cut, difficulty: difficulty)
    }

    private func scale(_ value: YAMLValue) -> Scale? {
        let names = ["difficultySD", "discrimination", "priorMean", "priorSD", "varianceGrowthPerMonth"]
        guard let keys = value.mapping(of: names) else { return nil }
        let difficultySD = keys.required("difficultySD", like: "0.85")?.number(in: 0...3)
        let discrimination = keys.required("discrimination", like: "1.0")?.number(in: 0.2...4)
        let priorMean = keys.required("priorMean", like: "0.0")?.number(in: Self.abilities)
        let priorSD = keys.required("priorSD", like: "1.0")?.number(in: 0.1...5)
        let growth = keys.required("varianceGrowthPerMonth", like: "0.01")?.number(in: 0...1)
        guard let difficultySD, let discrimination, let priorMean, let priorSD, let growth else { return nil }
        return Scale(
            difficultySD: difficultySD, discrimination: discrimination, priorMean: priorMean, priorSD: priorSD,
            varianceGrowthPerMonth: growth)
    }

    private mutating func area(_ value: YAMLValue) -> Area? {
        guard let keys = value.mapping(of: ["id", "name", "competencies"]) else { return nil }
        let id = keys.required("id", like: "\"4\"").flatMap { code($0) }
        if let id, !areaIDs.insert(id).inserted {
            keys.itself.fault("the area `\(id)` stands twice", mend: "give each area an id of its own")
        }
        let name = keys.required("name", like: "{az: …, en: …, ru: …}")?.localizedName()
        let items = keys.required("competencies", like: "[…]")?.items(1...100, of: "competencies")
        let competencies = items?.map { competency($0) }
        guard let id, let name, let competencies, !competencies.contains(nil) else { return nil }
        return Area(id: id, name: name, competencies: competencies.compactMap { $0 })
    }

    private mutating func competency(_ value: YAMLValue) -> Competency? {
        let known = ["id", "name", "description", "statements", "levels", "cuts"]
        guard let keys = value.mapping(of: known) else { return nil }
        let id = keys.required("id", like: "\"4.2\"").flatMap { code($0) }
        if let id {
            if statementsByCompetency[id] != nil {
                keys.itself.fault("the competency `\(id)` stands twice", mend: "give each competency an id of its own")
            }
            statementsByCompetency[id] = []
        }
        let name = keys.required("name", like: "{az: …, en: …, ru: …}")?.localizedName()
        let description = keys.required("description", like: "{az: …, en: …}")?.localizedText()
        let items = keys.required("statements", like: "[…]")?.items(1...100, of: "statements")
        let statements = items?.map { statement($0, of: id) }
        let levelStatements = keys.required("levels", like: "{1: [{az: …, en: …}], 2: …}")?.levelStatements()
        let cuts = keys.optional("cuts").flatMap(cuts)
        guard let id, let name, let description, let statements, !statements.contains(nil), let levelStatements
        else { return nil }
        return Competency(
            id: CompetencyID(id), name: name, description: description, statements: statements.compactMap { $0 },
            levelStatements: levelStatements, cuts: cuts)
    }

    private mutating func statement(_ value: YAMLValue, of competency: String?) -> Statement? {
        guard let keys = value.mapping(of: ["id", "text"]) else { return nil }
        let id = keys.required("id", like: "\(competency ?? "4.2").a").flatMap { code($0) }
        if let id {
            if statementsByCompetency.values.contains(where: { $0.contains(id) }) {
                keys.itself.fault("the statement `\(id)` stands twice", mend: "give each statement an id of its own")
            }
            statementsByCompetency[competency ?? "", default: []].append(id)
        }
        let text = keys.required("text", like: "{az: …, en: …}")?.localizedText()
        guard let id, let text else { return nil }
        return Statement(id: id, text: text)
    }

    private func cuts(_ value: YAMLValue) -> [Double]? {
        guard let items = value.items(Self.levelCount...Self.levelCount, of: "cuts") else { return nil }
        let cuts = items.compactMap { $0.number(in: Self.abilities) }
        guard cuts.count == items.count else { return nil }
        for (index, (lower, higher)) in zip(cuts, cuts.dropFirst()).enumerated() where higher <= lower {
            items[index + 1].fault("cut \(higher) does not rise above \(lower)", mend: "let the cuts rise strictly")
        }
        return cuts
    }

    private func code(_ value: YAMLValue) -> String? {
        guard let text = value.text() else { return nil }
        guard ContentName.isCode(text) else {
            value.fault("`\(text)` is no id", mend: "write small letters, digits, hyphens and points, such as 4.2")
            return nil
        }
        return text
    }
}
