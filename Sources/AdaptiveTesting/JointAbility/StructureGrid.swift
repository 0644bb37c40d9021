import Glibc

/// A structure on grids: the general ability's, each competency's, and how they lead to one another.
struct StructureGrid: Sendable {
    let structure: AbilityStructure
    let general: [Double]
    /// The prior of the general ability; adds up to one.
    let generalWeights: [Double]
    let abilities: [[Double]]
    /// For each competency and general ability the distribution of the ability, in one stretch after another.
    let transitions: [[Double]]

    /// How many points a competency's grid has.
    let width: Int

    init(_ structure: AbilityStructure, points: Int = 41) {
        self.structure = structure
        let width = max(points, 9)
        self.width = width
        let spread = structure.generalDeviation
        let general = Self.points(around: 0, deviation: spread, count: width)
        self.general = general
        generalWeights = Self.normalized(general.map { exp(-$0 * $0 / (2 * spread * spread)) })
        var abilities: [[Double]] = []
        var transitions: [[Double]] = []
        for (mean, deviation) in zip(structure.means, structure.deviations) {
            let both = (spread * spread + deviation * deviation).squareRoot()
            let points = Self.points(around: mean, deviation: both, count: width)
            // A deviation finer than the grid would fall between its points.
            let visible = max(deviation, (points[1] - points[0]) / 2)
            abilities.append(points)
            transitions.append(
                general.flatMap { ability in
                    Self.normalized(
                        points.map { point in
                            let distance = (point - mean - ability) / visible
                            return exp(-distance * distance / 2)
                        })
                })
        }
        self.abilities = abilities
        self.transitions = transitions
    }

    /// Five and a half deviations to either side.
    private static func points(around mean: Double, deviation: Double, count: Int) -> [Double] {
        let reach = 5.5 * deviation
        return (0..<count).map { mean - reach + 2 * reach * Double($0) / Double(count - 1) }
    }

    private static func normalized(_ weights: [Double]) -> [Double] {
        let sum = weights.reduce(0, +)
        return sum > 0 ? weights.map { $0 / sum } : weights
    }
}
