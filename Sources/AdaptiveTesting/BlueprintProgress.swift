/// A form under way: what was chosen, what remains, and whether the blueprint can still be completed.
///
/// Levels lie within competencies and competencies within the form, so the counts that a part can reach are a whole
/// interval, found from the intervals of the parts inside it. A form exists exactly when no interval is empty.
struct BlueprintProgress {
    private let length: Int
    private let bounds: [BlueprintPart: Bounds]
    private let cellsByCompetency: [(competency: String, cells: [ContentTag])]
    private var chosen: [ContentTag: Int]
    private var remaining: [ContentTag: Int]

    init(of blueprint: Blueprint, chosen: [Item], remaining: [Item]) {
        length = blueprint.length
        bounds = Dictionary(
            blueprint.rules.map { ($0.part, Bounds(minimum: $0.minimum, maximum: $0.maximum)) },
            uniquingKeysWith: Bounds.both)
        self.chosen = Dictionary(chosen.map { ($0.content, 1) }, uniquingKeysWith: +)
        self.remaining = Dictionary(remaining.map { ($0.content, 1) }, uniquingKeysWith: +)
        let ruled = blueprint.rules.compactMap { rule in
            rule.level.map { ContentTag(competency: rule.competency, level: $0) }
        }
        let cells = Set(ruled).union(self.chosen.keys).union(self.remaining.keys)
        let competencies = Set(blueprint.rules.map(\.competency)).union(cells.map(\.competency))
        let grouped = Dictionary(grouping: cells.sorted(), by: \.competency)
        cellsByCompetency = competencies.sorted().map { ($0, grouped[$0] ?? []) }
    }

    mutating func take(_ content: ContentTag) {
        chosen[content, default: 0] += 1
        remaining[content, default: 0] -= 1
    }

    func canTake(_ content: ContentTag) -> Bool {
        var next = self
        next.take(content)
        return next.gaps.isEmpty
    }

    var gaps: [BlueprintShortage.Gap] {
        var gaps: [BlueprintShortage.Gap] = []
        var form = Reach.none
        for (competency, cells) in cellsByCompetency {
            var inside = Reach.none
            for cell in cells {
                let taken = chosen[cell, default: 0]
                let items = Reach(least: taken, most: taken + remaining[cell, default: 0])
                inside += reach(of: .cell(cell), within: bounds[.cell(cell)], inside: items, noting: &gaps)
            }
            let part = BlueprintPart.competency(competency)
            form += reach(of: part, within: bounds[part], inside: inside, noting: &gaps)
        }
        _ = reach(of: .form, within: Bounds(minimum: length, maximum: length), inside: form, noting: &gaps)
        return gaps
    }

    /// The counts that a part can have; where there is none, notes the gap and goes on as if it were mended.
    private func reach(
        of part: BlueprintPart, within bounds: Bounds?, inside: Reach, noting gaps: inout [BlueprintShortage.Gap]
    ) -> Reach {
        guard let bounds else { return inside }
        let least = max(bounds.minimum, inside.least)
        if least > bounds.maximum {
            gaps.append(.init(part: part, needed: least, available: bounds.maximum, cause: .rules))
        } else if least > inside.most {
            gaps.append(.init(part: part, needed: least, available: inside.most, cause: .bank))
        }
        return Reach(least: least, most: max(least, min(bounds.maximum, inside.most)))
    }
}

/// What all rules about one part demand together.
private struct Bounds {
    let minimum: Int
    let maximum: Int

    static func both(_ one: Bounds, _ other: Bounds) -> Bounds {
        Bounds(minimum: max(one.minimum, other.minimum), maximum: min(one.maximum, other.maximum))
    }
}

/// The least and the most items that a part of a form can come to hold.
private struct Reach {
    let least: Int
    let most: Int

    static let none = Reach(least: 0, most: 0)

    static func += (left: inout Reach, right: Reach) {
        left = Reach(least: sum(left.least, right.least), most: sum(left.most, right.most))
    }

    /// A rule may ask for any number: a mistyped minimum must become a gap, not an overflow.
    private static func sum(_ one: Int, _ other: Int) -> Int {
        let (sum, overflow) = one.addingReportingOverflow(other)
        return overflow ? .max : sum
    }
}
