import AdaptiveTesting
import Testing

@Suite struct `A blueprint` {
    private static let basic = ContentTag(competency: "4.2", level: 1)
    private static let advanced = ContentTag(competency: "4.2", level: 3)
    private static let other = ContentTag(competency: "5.1", level: 1)

    @Test(
        arguments: [
            (20, [], [basic: 15], [(.form, 20, 15, .bank)]),
            (
                20, [BlueprintRule(competency: "4.2", level: 3, minimum: 4, maximum: 8)], [basic: 30, advanced: 1],
                [(.cell(advanced), 4, 1, .bank)]
            ),
            (
                20, [BlueprintRule(competency: "5.1", minimum: 4, maximum: 8)], [basic: 30],
                [(.competency("5.1"), 4, 0, .bank)]
            ),
            (
                20,
                [
                    BlueprintRule(competency: "4.2", level: 1, minimum: 3, maximum: 5),
                    BlueprintRule(competency: "4.2", minimum: 12, maximum: 20),
                ], [basic: 30, advanced: 4, other: 30], [(.competency("4.2"), 12, 9, .bank)]
            ),
            (
                20,
                [
                    BlueprintRule(competency: "4.2", level: 1, minimum: 8, maximum: 9),
                    BlueprintRule(competency: "4.2", level: 3, minimum: 8, maximum: 9),
                    BlueprintRule(competency: "4.2", minimum: 0, maximum: 12),
                ], [basic: 30, advanced: 30, other: 30], [(.competency("4.2"), 16, 12, .rules)]
            ),
            (10, [BlueprintRule(competency: "4.2", minimum: 11, maximum: 30)], [basic: 30], [(.form, 11, 10, .rules)]),
            (
                10, [BlueprintRule(competency: "4.2", minimum: 6, maximum: 5)], [basic: 30, other: 9],
                [(.competency("4.2"), 6, 5, .rules)]
            ),
            (
                10,
                [
                    BlueprintRule(competency: "4.2", level: 1, minimum: .max, maximum: .max),
                    BlueprintRule(competency: "5.1", level: 1, minimum: .max, maximum: .max),
                ], [basic: 30, other: 9],
                [(.cell(basic), .max, 30, .bank), (.cell(other), .max, 9, .bank), (.form, .max, 10, .rules)]
            ),
        ] as [(Int, [BlueprintRule], [ContentTag: Int], [(BlueprintPart, Int, Int, BlueprintShortage.Cause)])])
    func `names what is lacking`(
        length: Int, rules: [BlueprintRule], held: [ContentTag: Int],
        expected: [(BlueprintPart, Int, Int, BlueprintShortage.Cause)]
    ) throws {
        let items = try bank(holding: held)
        let blueprint = Blueprint(length: length, rules: rules)
        let shortage = try #require(blueprint.shortage(in: items))

        #expect(shortage.gaps.map(\.part) == expected.map(\.0))
        #expect(shortage.gaps.map(\.needed) == expected.map(\.1))
        #expect(shortage.gaps.map(\.available) == expected.map(\.2))
        #expect(shortage.gaps.map(\.cause) == expected.map(\.3))
        #expect(throws: shortage) {
            var generator = SeededGenerator(seed: 1)
            _ = try blueprint.drawForm(from: items, using: &generator)
        }
    }

    @Test func `is satisfied once exactly the named items are added`() throws {
        var generator = SeededGenerator(seed: 31)
        var mended = 0
        for _ in 0..<2000 {
            let (blueprint, held) = randomCase(using: &generator)
            guard let gaps = blueprint.shortage(in: try bank(holding: held))?.gaps,
                gaps.allSatisfy({ $0.cause == .bank })
            else { continue }
            var more = held
            for gap in gaps {
                let content =
                    switch gap.part {
                    case .cell(let content): content
                    case .competency(let competency): ContentTag(competency: competency, level: 99)
                    case .form: ContentTag(competency: "new", level: 1)
                    }
                more[content, default: 0] += gap.needed - gap.available - 1
                #expect(blueprint.shortage(in: try bank(holding: more)) != nil)
                more[content, default: 0] += 1
            }
            #expect(blueprint.shortage(in: try bank(holding: more)) == nil)
            mended += 1
        }
        #expect(mended > 200)
    }

    @Test func `is possible exactly when counting by brute force finds a form`() throws {
        var generator = SeededGenerator(seed: 17)
        var possible = 0
        for _ in 0..<3000 {
            let (blueprint, held) = randomCase(using: &generator)
            let items = try bank(holding: held)
            let exists = completionExists(blueprint, chosen: [:], remaining: held)
            #expect((blueprint.shortage(in: items) == nil) == exists)
            guard exists else { continue }
            possible += 1
            #expect(follows(blueprint, try blueprint.drawForm(from: items, using: &generator)))
        }
        #expect((500...2500).contains(possible))
    }

    @Test func `gives a form that keeps every rule, however tight`() throws {
        var generator = SeededGenerator(seed: 23)
        for round in 0..<500 {
            let items = try bank(of: 120) { number in
                ContentTag(competency: "\(number % 5)", level: 1 + number % 7 % 4)
            }
            let slack = round % 4
            let sample = Array(generator.shuffled(items).prefix(10 + generator.index(below: 50)))
            let blueprint = blueprint(around: sample, slack: slack, using: &generator)
            #expect(blueprint.shortage(in: items) == nil)
            #expect(follows(blueprint, try blueprint.drawForm(from: items, using: &generator)))
        }
    }

    @Test func `offers exactly the items after which it can be completed`() throws {
        var generator = SeededGenerator(seed: 29)
        for _ in 0..<1000 {
            let (blueprint, held) = randomCase(using: &generator)
            var remaining = try generator.shuffled(bank(holding: held))
            var chosen: [Item] = []
            while chosen.count < blueprint.length {
                let offered = blueprint.eligible(remaining, after: chosen)
                let open = Set(remaining.map(\.content)).filter { content in
                    let next = counts(chosen).merging([content: 1], uniquingKeysWith: +)
                    let left = counts(remaining).merging([content: -1], uniquingKeysWith: +)
                    return completionExists(blueprint, chosen: next, remaining: left)
                }
                let expected = remaining.filter { open.contains($0.content) }
                #expect(offered == expected)
                guard let next = offered.first else { break }
                chosen.append(next)
                remaining.removeAll { $0.id == next.id }
            }
            #expect(chosen.isEmpty || follows(blueprint, chosen))
            #expect(blueprint.eligible(remaining, after: chosen).isEmpty)
        }
    }

    @Test func `never offers an item again`() throws {
        let items = try bank(of: 5)

        #expect(Blueprint(length: 5, rules: []).eligible(items, after: [items[2]]).count == 4)
    }

    @Test func `draws the items of a cell equally often and in every place`() throws {
        let items = try bank(of: 40) { ContentTag(competency: "4.2", level: $0 < 30 ? 1 : 2) }
        let blueprint = Blueprint(
            length: 8,
            rules: [
                BlueprintRule(competency: "4.2", level: 1, minimum: 6, maximum: 6),
                BlueprintRule(competency: "4.2", level: 2, minimum: 2, maximum: 2),
            ])
        var generator = SeededGenerator(seed: 37)
        var drawn: [ItemID: Int] = [:]
        var secondLevelAt = Array(repeating: 0, count: 8)
        for _ in 0..<4000 {
            for (place, item) in try blueprint.drawForm(from: items, using: &generator).enumerated() {
                drawn[item.id, default: 0] += 1
                if item.content.level == 2 { secondLevelAt[place] += 1 }
            }
        }

        #expect(drawn.count == 40)
        #expect(drawn.values.allSatisfy { (680...920).contains($0) })
        #expect(secondLevelAt.allSatisfy { (850...1150).contains($0) })
    }

    @Test func `draws the same form for a seed, whatever the order of the bank`() throws {
        let items = try bank(of: 50)
        let blueprint = Blueprint(length: 20, rules: [])
        var one = SeededGenerator(seed: 3)
        var other = SeededGenerator(seed: 3)

        #expect(
            try blueprint.drawForm(from: items, using: &one)
                == blueprint.drawForm(from: items.reversed(), using: &other))
    }

    @Test func `keeps the items of an exhibit together`() throws {
        let items = try bank(of: 30).enumerated().map { number, item in
            Item(
                id: item.id, parameters: item.parameters, content: item.content,
                group: number < 15 ? "case \(number % 3)" : nil)
        }
        var generator = SeededGenerator(seed: 41)
        for _ in 0..<50 {
            let groups = try Blueprint(length: 20, rules: []).drawForm(from: items, using: &generator).map(\.group)
            var blocks: [String?] = []
            for group in groups where group == nil || blocks.last != group { blocks.append(group) }
            let named = blocks.compactMap { $0 }
            #expect(named.count == Set(named).count)
        }
    }
}
