/// A form under way: what was chosen, what remains, and whether the blueprint can still be completed.
///
/// Levels lie within competencies and competencies within the form, so the counts that a part can reach are a whole
/// interval, found from the intervals of the parts inside it. A form exists exactly when no interval is empty. Cells are
/// numbered, so that a test under way asks without looking anything up by name.
struct BlueprintProgress: Sendable {
    let length: Int
    let cells: [ContentTag]
    private let competencies: [Competency]
    private let boundsOfCell: [Bounds]
    private(set) var chosen: [Int]
    var remaining: [Int]

    /// A competency's cells stand side by side.
    private struct Competency {
        let name: String
        let cells: Range<Int>
        let bounds: Bounds
    }

    init(of blueprint: Blueprint, chosen: [Item], remaining: [Item]) {
        self.init(of: blueprint, cells: (chosen + remaining).map(\.content))
        for item in chosen { self.chosen[index(of: item.content)] += 1 }
        for item in remaining { self.remaining[index(of: item.content)] += 1 }
    }

    /// Nothing chosen and nothing there, over these cells and those that the rules name.
    init(of blueprint: Blueprint, cells held: [ContentTag]) {
        length = blueprint.length
        var bounds: [BlueprintPart: Bounds] = [:]
        for rule in blueprint.rules {
            bounds[rule.part] = Bounds(minimum: rule.minimum, maximum: rule.maximum).and(bounds[rule.part])
        }
        let ruled = blueprint.rules.compactMap { rule in
            rule.level.map { ContentTag(competency: rule.competency, level: $0) }
        }
        let cells = Set(ruled).union(held).sorted()
        self.cells = cells
        boundsOfCell = cells.map { bounds[.cell($0)] ?? .none }
        competencies = Set(blueprint.rules.map(\.competency)).union(cells.map(\.competency)).sorted().map { name in
            let first = cells.firstIndex { $0.competency == name } ?? 0
            let count = cells.count { $0.competency == name }
            return Competency(name: name, cells: first..<first + count, bounds: bounds[.competency(name)] ?? .none)
        }
        chosen = Array(repeating: 0, count: cells.count)
        remaining = chosen
    }

    func index(of content: ContentTag) -> Int {
        cells.firstIndex(of: content) ?? 0
    }

    mutating func take(_ cell: Int) {
        chosen[cell] += 1
        remaining[cell] -= 1
    }

    /// Whether a form of this length can be completed after taking one more item of a cell.
    func canTake(_ cell: Int, toLength length: Int) -> Bool {
        remaining[cell] > 0 && isPossible(length: length, taking: cell)
    }

    /// Whether every minimum has been reached.
    var minimaAreMet: Bool {
        competencies.allSatisfy { competency in
            competency.cells.reduce(0) { $0 + chosen[$1] } >= competency.bounds.minimum
                && competency.cells.allSatisfy { chosen[$0] >= boundsOfCell[$0].minimum }
        }
    }

    /// The same question as `gaps` answers, without naming anything.
    func isPossible(length: Int, taking taken: Int? = nil) -> Bool {
        var form = Reach.none
        for competency in competencies {
            var inside = Reach.none
            for cell in competency.cells {
                let more = cell == taken ? 1 : 0
                let items = Reach(least: chosen[cell] + more, most: chosen[cell] + remaining[cell])
                guard let reach = items.within(boundsOfCell[cell]) else { return false }
                inside += reach
            }
            guard let reach = inside.within(competency.bounds) else { return false }
            form += reach
        }
        return form.within(Bounds(minimum: length, maximum: length)) != nil
    }

    var gaps: [BlueprintShortage.Gap] {
        var gaps: [BlueprintShortage.Gap] = []
        var form = Reach.none
        for competency in competencies {
            var inside = Reach.none
            for cell in competency.cells {
                let items = Reach(least: chosen[cell], most: chosen[cell] + remaining[cell])
                inside += mended(.cell(cells[cell]), within: boundsOfCell[cell], inside: items, noting: &gaps)
            }
            form += mended(
                .competency(competency.name), within: competency.bounds, inside: inside, noting: &gaps)
        }
        _ = mended(.form, within: Bounds(minimum: length, maximum: length), inside: form, noting: &gaps)
        return gaps
    }

    /// The counts that a part can have; where there is none, notes the gap and goes on as if it were mended.
    private func mended(
        _ part: BlueprintPart, within bounds: Bounds, inside: Reach, noting gaps: inout [BlueprintShortage.Gap]
    ) -> Reach {
        if let reach = inside.within(bounds) { return reach }
        let least = max(bounds.minimum, inside.least)
        let isContradiction = least > bounds.maximum
        gaps.append(
            BlueprintShortage.Gap(
                part: part, needed: least, available: isContradiction ? bounds.maximum : inside.most,
                cause: isContradiction ? .rules : .bank))
        return Reach(least: least, most: least)
    }
}

/// What all rules about one part demand together.
private struct Bounds: Sendable {
    let minimum: Int
    let maximum: Int

    static let none = Bounds(minimum: 0, maximum: .max)

    func and(_ other: Bounds?) -> Bounds {
        guard let other else { return self }
        return Bounds(minimum: max(minimum, other.minimum), maximum: min(maximum, other.maximum))
    }
}

/// The least and the most items that a part of a form can come to hold.
private struct Reach {
    let least: Int
    let most: Int

    static let none = Reach(least: 0, most: 0)

    /// What the bounds leave of it; nothing where they leave nothing.
    func within(_ bounds: Bounds) -> Reach? {
        let least = max(bounds.minimum, least)
        let most = min(bounds.maximum, most)
        return least <= most ? Reach(least: least, most: most) : nil
    }

    static func += (left: inout Reach, right: Reach) {
        left = Reach(least: sum(left.least, right.least), most: sum(left.most, right.most))
    }

    /// A rule may ask for any number: a mistyped minimum must become a gap, not an overflow.
    private static func sum(_ one: Int, _ other: Int) -> Int {
        let (sum, overflow) = one.addingReportingOverflow(other)
        return overflow ? .max : sum
    }
}
