/// How a test leans away from items that were shown often, long before the cap forbids them.
///
/// A hard cap alone spends the best items on whoever comes first and leaves half of a bank unseen: then the rest of the
/// bank costs its authors work, teaches nothing about its parameters and protects nobody when the best items leak.
package struct ExposureSpreading: Hashable, Sendable, Codable {
    /// The share of its information that an item at its cap counts less, falling evenly to nothing for an unseen one.
    package let discount: Double
    /// The chance that one early question of a test goes to the items that were shown least.
    package let rotation: Double

    package init(discount: Double, rotation: Double) {
        self.discount = discount
        self.rotation = rotation
    }

    package static let none = ExposureSpreading(discount: 0, rotation: 0)

    /// Found by simulation on seeds other than those whose figures are published: twice the discount gives two thirds of
    /// the overlap for half a question more.
    package static let standard = ExposureSpreading(discount: 0.3, rotation: 0.5)

    /// The rotated question comes after the first and up to this place: what is known by then fits an item to the person,
    /// and the questions after it mend what it tells less.
    static let lastRotatedPlace = 9
}
