import AdaptiveTesting

/// A small blueprint, possible or not, and how many items the bank holds in each cell.
func randomCase(using generator: inout SeededGenerator) -> (blueprint: Blueprint, held: [ContentTag: Int]) {
    let cells = ["A", "B"].flatMap { competency in [1, 2].map { ContentTag(competency: competency, level: $0) } }
    var held: [ContentTag: Int] = [:]
    for cell in cells { held[cell] = generator.index(below: 5) }
    var rules: [BlueprintRule] = []
    for cell in cells where generator.fraction() < 0.6 {
        let minimum = generator.index(below: 3)
        rules.append(
            BlueprintRule(
                competency: cell.competency, level: cell.level, minimum: minimum,
                maximum: minimum + generator.index(below: 3)))
    }
    for competency in ["A", "B"] where generator.fraction() < 0.5 {
        let minimum = generator.index(below: 4)
        rules.append(
            BlueprintRule(competency: competency, minimum: minimum, maximum: minimum + generator.index(below: 3)))
    }
    return (Blueprint(length: 1 + generator.index(below: 7), rules: rules), held)
}

/// Rules that a sample keeps, with so much room around its counts.
func blueprint(around sample: [Item], slack: Int, using generator: inout SeededGenerator) -> Blueprint {
    var rules: [BlueprintRule] = []
    for (content, count) in counts(sample).sorted(by: { $0.key < $1.key }) where generator.fraction() < 0.8 {
        rules.append(
            BlueprintRule(
                competency: content.competency, level: content.level,
                minimum: count - generator.index(below: slack + 1), maximum: count + generator.index(below: slack + 1)))
    }
    let totals = Dictionary(sample.map { ($0.content.competency, 1) }, uniquingKeysWith: +)
    for (competency, count) in totals.sorted(by: { $0.key < $1.key }) where generator.fraction() < 0.8 {
        rules.append(
            BlueprintRule(
                competency: competency, minimum: count - generator.index(below: slack + 1),
                maximum: count + generator.index(below: slack + 1)))
    }
    return Blueprint(length: sample.count, rules: rules)
}

/// Whether a form has the length and keeps every rule, and repeats nothing.
func follows(_ blueprint: Blueprint, _ form: [Item]) -> Bool {
    Set(form.map(\.id)).count == form.count && follows(blueprint, counts(form))
}

/// Tries every count of every cell.
func completionExists(_ blueprint: Blueprint, chosen: [ContentTag: Int], remaining: [ContentTag: Int]) -> Bool {
    func search(_ cells: ArraySlice<ContentTag>, _ form: [ContentTag: Int]) -> Bool {
        guard let cell = cells.first else { return follows(blueprint, form) }
        return (0...remaining[cell, default: 0]).contains { more in
            var next = form
            next[cell, default: 0] += more
            return search(cells.dropFirst(), next)
        }
    }
    return search(ArraySlice(remaining.keys.sorted()), chosen)
}

private func follows(_ blueprint: Blueprint, _ counts: [ContentTag: Int]) -> Bool {
    counts.values.reduce(0, +) == blueprint.length
        && blueprint.rules.allSatisfy { rule in
            let count = counts.filter { cell, _ in
                cell.competency == rule.competency && (rule.level == nil || rule.level == cell.level)
            }
            return (rule.minimum...rule.maximum).contains(count.values.reduce(0, +))
        }
}
