/// What an exam must cover: its length, and bounds by competency and level.
///
/// Items that no rule counts may fill what the rules leave open. The items of a bank have different ids.
package struct Blueprint: Hashable, Sendable, Codable {
    package let length: Int
    package let rules: [BlueprintRule]

    package init(length: Int, rules: [BlueprintRule]) {
        self.length = length
        self.rules = rules
    }

    /// What keeps this bank from giving a form, or nil when it can give one.
    package func shortage(in bank: [Item]) -> BlueprintShortage? {
        let gaps = BlueprintProgress(of: self, chosen: [], remaining: bank).gaps
        return gaps.isEmpty ? nil : BlueprintShortage(gaps: gaps)
    }

    /// Draws a form at random, in random order but with the items of one group together.
    ///
    /// The bank is gone through once in random order, taking each item after which the form can still be completed. What
    /// was passed over never becomes possible again, so the form is complete at the end.
    package func drawForm(
        from bank: [Item], using generator: inout some RandomNumberGenerator
    ) throws(BlueprintShortage) -> [Item] {
        if let shortage = shortage(in: bank) { throw shortage }
        var progress = BlueprintProgress(of: self, chosen: [], remaining: bank)
        var full: Set<ContentTag> = []
        var form: [Item] = []
        for item in generator.shuffled(bank.sorted { $0.id < $1.id }) where !full.contains(item.content) {
            let cell = progress.index(of: item.content)
            if progress.canTake(cell, toLength: length) {
                progress.take(cell)
                form.append(item)
            } else {
                full.insert(item.content)
            }
        }
        // What only a minimum lets in came late: the order of taking would give it away.
        return groupsTogether(generator.shuffled(form))
    }

    /// The items that may be asked next so that the blueprint can still be completed; none is asked twice.
    package func eligible(_ remaining: [Item], after chosen: [Item]) -> [Item] {
        let asked = Set(chosen.map(\.id))
        let remaining = remaining.filter { !asked.contains($0.id) }
        let progress = BlueprintProgress(of: self, chosen: chosen, remaining: remaining)
        let open = progress.cells.indices.filter { progress.canTake($0, toLength: length) }
        let contents = Set(open.map { progress.cells[$0] })
        return remaining.filter { contents.contains($0.content) }
    }

    private func groupsTogether(_ items: [Item]) -> [Item] {
        var blocks: [[Item]] = []
        var blockOfGroup: [String: Int] = [:]
        for item in items {
            if let group = item.group, let block = blockOfGroup[group] {
                blocks[block].append(item)
            } else {
                if let group = item.group { blockOfGroup[group] = blocks.count }
                blocks.append([item])
            }
        }
        return blocks.flatMap { $0 }
    }
}
