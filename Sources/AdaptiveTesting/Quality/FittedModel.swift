/// Calibrated items and the population they were calibrated in: what answers are held against.
package struct FittedModel: Sendable {
    package let items: [ItemParameters]
    package let population: Prior
    package let model: CalibrationModel
    /// Whether mean and deviation of the population were estimated as well.
    package let hasFreePopulation: Bool

    package init(
        items: [ItemParameters], population: Prior = .standard, model: CalibrationModel,
        hasFreePopulation: Bool = false
    ) {
        self.items = items
        self.population = population
        self.model = model
        self.hasFreePopulation = hasFreePopulation
    }

    /// The estimates of a calibration; nil when an item has none that a model allows.
    package init?(_ calibration: Calibration, model: CalibrationModel) {
        let items = calibration.items.compactMap { $0?.parameters }
        guard items.count == calibration.items.count else { return nil }
        self.init(
            items: items, population: calibration.population, model: model,
            hasFreePopulation: calibration.items.contains { $0?.isAnchor == true })
    }

    /// Parameters that belong to one item.
    var parametersPerItem: Int {
        switch model {
        case .oneParameter: 1
        case .twoParameter: 2
        case .threeParameter: 3
        }
    }

    /// Parameters that belong to no item: the common slope, and the population's two.
    var sharedParameters: Int { (model == .oneParameter ? 1 : 0) + (hasFreePopulation ? 2 : 0) }

    /// A grid fine enough for all items at once, its weights, and each item's curve on it.
    var grid: Grid {
        let curves = items.map(ItemCurve.init)
        let quadrature = Quadrature(for: curves, population: population, longestRow: items.count)
        return Grid(
            abilities: quadrature.points, weights: quadrature.weights(of: population),
            probabilities: items.map { item in quadrature.points.map(item.probability(ofSuccessAt:)) })
    }

    struct Grid {
        let abilities: [Double]
        /// They add up to one.
        let weights: [Double]
        /// Item by item, ability by ability.
        let probabilities: [[Double]]
    }
}

extension FittedModel {
    /// The reliability of a posterior mean from all items, over the population.
    ///
    /// The mean of I / (I + 1), with the information I in units of the population's variance: Green, Bock, Humphreys, Linn
    /// and Reckase, *Journal of Educational Measurement* 21 (1984).
    package var marginalReliability: Double {
        let grid = grid
        let variance = population.standardDeviation * population.standardDeviation
        return grid.abilities.indices.reduce(0) { sum, point in
            let information = items.reduce(0) { $0 + $1.information(at: grid.abilities[point]) }
            return sum + grid.weights[point] * information / (information + 1 / variance)
        }
    }
}
