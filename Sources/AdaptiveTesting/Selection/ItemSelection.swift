/// Ways to choose the next item.
package enum ItemSelection {
    /// Picks at random among the `count` items that tell most about a learner of this ability.
    ///
    /// Always taking the single best item would show the same few questions to everyone. Equal information is ordered by
    /// id, so that a seed repeats the choice whatever order the items came in. Nil only when there is no item.
    package static func mostInformative(
        at ability: Double, among count: Int, from items: [Item], using generator: inout some RandomNumberGenerator
    ) -> Item? {
        guard !items.isEmpty else { return nil }
        let ranked =
            items
            .map { (item: $0, information: $0.parameters.information(at: ability)) }
            .sorted { ($1.information, $0.item.id) < ($0.information, $1.item.id) }
        return ranked[generator.index(below: min(count, ranked.count))].item
    }
}
