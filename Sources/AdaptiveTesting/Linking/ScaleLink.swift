/// How the scale of one form turns into that of another: θ ↦ slope · θ + intercept.
package struct ScaleLink: Hashable, Sendable {
    /// Above zero.
    package let slope: Double
    package let intercept: Double

    package init(slope: Double, intercept: Double) {
        self.slope = slope
        self.intercept = intercept
    }

    package func ability(_ ability: Double) -> Double { slope * ability + intercept }

    /// The same item on the other scale: its curve is the same over abilities that are moved along.
    package func parameters(_ item: ItemParameters) throws(ItemParametersError) -> ItemParameters {
        try ItemParameters(
            discrimination: item.discrimination / slope, difficulty: ability(item.difficulty), guessing: item.guessing,
            ceiling: item.ceiling)
    }
}
