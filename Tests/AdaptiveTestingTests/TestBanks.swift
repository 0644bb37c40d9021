import AdaptiveTesting

/// Items with plausible parameters, all in one cell unless told otherwise.
func bank(
    of count: Int, seed: UInt64 = 1, guessing: Double = 0,
    content: (Int) -> ContentTag = { _ in ContentTag(competency: "4.2", level: 1) }
) throws -> [Item] {
    var generator = SeededGenerator(seed: seed)
    return try (0..<count).map { number in
        let parameters = try ItemParameters(
            discrimination: 0.6 + 1.4 * generator.fraction(), difficulty: -2.5 + 5 * generator.fraction(),
            guessing: guessing)
        return Item(id: ItemID("q\(number)"), parameters: parameters, content: content(number))
    }
}

/// Items for the blueprint, which looks at nothing but their content.
func bank(holding counts: [ContentTag: Int]) throws -> [Item] {
    let parameters = try ItemParameters.rasch(difficulty: 0)
    return counts.sorted { $0.key < $1.key }.flatMap { content, count in
        (0..<max(count, 0)).map { number in
            let id = ItemID("\(content.competency)/\(content.level)/\(number)")
            return Item(id: id, parameters: parameters, content: content)
        }
    }
}

func counts(_ items: [Item]) -> [ContentTag: Int] {
    Dictionary(items.map { ($0.content, 1) }, uniquingKeysWith: +)
}
