import Glibc

/// Where each estimated number stands in the vector of all of them.
///
/// First the common slope of a one-parameter model, then item by item slope (unless common), intercept and logit of
/// guessing, and last, when the population is free, its mean and the logarithm of its deviation.
struct FreeParameters: Sendable {
    let model: CalibrationModel
    let items: [Int]
    let freesPopulation: Bool

    var count: Int { firstOfItems + items.count * perItem + (freesPopulation ? 2 : 0) }
    var firstOfItems: Int { model == .oneParameter ? 1 : 0 }
    /// Of one item's own.
    var perItem: Int {
        switch model {
        case .oneParameter: 1
        case .twoParameter: 2
        case .threeParameter: 3
        }
    }
    var firstOfPopulation: Int { count - 2 }

    /// The places of an item's slope, intercept and, if it has one, logit of guessing.
    func places(ofFreeItem place: Int) -> [Int] {
        let first = firstOfItems + place * perItem
        return model == .oneParameter ? [0, first] : Array(first..<first + perItem)
    }

    func vector(of state: CalibrationState) -> [Double] {
        var vector: [Double] = model == .oneParameter ? [items.first.map { state.curves[$0].slope } ?? 1] : []
        vector.reserveCapacity(count)
        for item in items {
            let curve = state.curves[item]
            if model != .oneParameter { vector.append(curve.slope) }
            vector.append(curve.intercept)
            if model == .threeParameter { vector.append(curve.logitGuessing) }
        }
        if freesPopulation { vector += [state.population.mean, log(state.population.standardDeviation)] }
        return vector
    }

    /// The state that a vector describes; what is not free stays as it is in `state`.
    func state(of vector: [Double], like state: CalibrationState) -> CalibrationState {
        var state = state
        for (place, item) in items.enumerated() {
            let places = places(ofFreeItem: place)
            state.curves[item] = ItemCurve(
                slope: vector[places[0]], intercept: vector[places[1]],
                logitGuessing: places.count > 2 ? vector[places[2]] : state.curves[item].logitGuessing)
        }
        if freesPopulation {
            state.population = Prior(
                mean: vector[firstOfPopulation], standardDeviation: exp(vector[firstOfPopulation + 1]))
        }
        return state
    }
}

/// The curves and the population between two steps.
struct CalibrationState: Hashable, Sendable {
    var curves: [ItemCurve]
    var population: Prior

    /// The logarithm of the priors' density, without its constant.
    func logPrior(_ priors: [ItemPrior], model: CalibrationModel, free: [Int]) -> Double {
        var sum = 0.0
        for (place, item) in free.enumerated() {
            let curve = curves[item]
            let prior = priors[item]
            if let difficulty = prior.difficulty { sum += difficulty.logDensity(at: curve.difficulty) }
            if let volume = prior.volume(at: curve.slope) { sum += volume.value }
            if let discrimination = prior.logDiscrimination, place == 0 || model != .oneParameter {
                sum += curve.slope > 0 ? discrimination.logDensity(at: log(curve.slope)) : -.infinity
            }
            if let guessing = prior.logitGuessing, model == .threeParameter {
                sum += guessing.logDensity(at: curve.logitGuessing)
            }
        }
        return sum
    }
}

extension Prior {
    /// The logarithm of the normal density, without its constant.
    fileprivate func logDensity(at value: Double) -> Double {
        let distance = (value - mean) / standardDeviation
        return -distance * distance / 2
    }
}
