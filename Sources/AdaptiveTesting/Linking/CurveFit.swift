import Glibc

/// Finds the link under which the curves of the moved items lie closest to those of the base.
///
/// Squared distances, weighted by a standard normal population on the base scale: Haebara's criterion item by item,
/// Stocking and Lord's for the sum over the test. Levenberg and Marquardt's least squares.
struct CurveFit {
    let moved: [ItemParameters]
    let base: [ItemParameters]
    /// Whether the distance is that of the test's curve and not of each item's.
    let sumsItems: Bool

    /// The trapezoidal rule: 61 points reach 10⁻¹⁰ for any usual item.
    private static let abilities = AbilityGrid(over: -6...6, count: 61).points
    private static let weights = abilities.map { exp(-$0 * $0 / 2) }

    func link(from start: ScaleLink) -> ScaleLink {
        var link = start
        var distance = self.distance(at: link)
        var damping = 1e-3
        for _ in 0..<200 {
            let matrix = (
                (1 + damping) * distance.bySlopes, distance.byBoth, (1 + damping) * distance.byIntercepts
            )
            let determinant = matrix.0 * matrix.2 - matrix.1 * matrix.1
            guard determinant > 0 else { break }
            let slopeStep = (matrix.2 * distance.slope - matrix.1 * distance.intercept) / determinant
            let interceptStep = (matrix.0 * distance.intercept - matrix.1 * distance.slope) / determinant
            let next = ScaleLink(
                slope: max(link.slope + slopeStep, link.slope / 4), intercept: link.intercept + interceptStep)
            let reached = self.distance(at: next)
            if reached.value <= distance.value {
                (link, distance, damping) = (next, reached, damping / 10)
                if abs(slopeStep) + abs(interceptStep) < 1e-10 { break }
            } else {
                damping *= 10
                if damping > 1e12 { break }
            }
        }
        return link
    }

    /// The criterion, and the two sides of its normal equations.
    private struct Distance {
        var value = 0.0
        var slope = 0.0
        var intercept = 0.0
        var bySlopes = 0.0
        var byBoth = 0.0
        var byIntercepts = 0.0

        mutating func add(_ residual: Double, _ bySlope: Double, _ byIntercept: Double, weight: Double) {
            value += weight * residual * residual
            slope += weight * residual * bySlope
            intercept += weight * residual * byIntercept
            bySlopes += weight * bySlope * bySlope
            byBoth += weight * bySlope * byIntercept
            byIntercepts += weight * byIntercept * byIntercept
        }
    }

    private func distance(at link: ScaleLink) -> Distance {
        var distance = Distance()
        for (ability, weight) in zip(Self.abilities, Self.weights) {
            let back = (ability - link.intercept) / link.slope
            var (residual, bySlope, byIntercept) = (0.0, 0.0, 0.0)
            for index in moved.indices {
                let item = moved[index]
                let probability = item.probability(ofSuccessAt: back)
                // dP/dθ of the logistic curve between its asymptotes.
                let steepness =
                    item.discrimination * (probability - item.guessing) * (item.ceiling - probability)
                    / (item.ceiling - item.guessing)
                residual += base[index].probability(ofSuccessAt: ability) - probability
                bySlope -= steepness * back / link.slope
                byIntercept -= steepness / link.slope
                if !sumsItems || index == moved.count - 1 {
                    distance.add(residual, bySlope, byIntercept, weight: weight)
                    (residual, bySlope, byIntercept) = (0, 0, 0)
                }
            }
        }
        return distance
    }
}
