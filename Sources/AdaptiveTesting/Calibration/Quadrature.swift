import Glibc

/// The equally spaced abilities over which calibration integrates, in blocks of eight.
///
/// The trapezoidal rule gains digits exponentially on such integrands (Trefethen and Weideman, SIAM Review 56, 2014):
/// its error is exp(−2π² s² / h²) for a posterior of deviation s, and exp(−2π · π / (a h)) at the poles of a curve with
/// discrimination a. The spacing h is chosen from both, so an ordinary bank needs about 40 points where 61 are customary.
struct Quadrature: Hashable, Sendable {
    typealias Lanes = SIMD8<Double>

    let lower: Double
    let upper: Double
    let blockCount: Int

    /// Covers a range with a spacing of at most `spacing`.
    init(over range: ClosedRange<Double>, spacing: Double) {
        let width = range.upperBound - range.lowerBound
        let wanted = (width / max(spacing, width / 4000)).rounded(.up) + 1
        blockCount = max((Int(wanted) + 7) / 8, 2)
        lower = range.lowerBound
        upper = range.upperBound
    }

    /// What a population and a set of curves need, when nobody answered more than `longestRow` items.
    init(for curves: [ItemCurve], population: Prior, longestRow: Int) {
        // Six deviations leave out 2·10⁻⁹ of the people; two units more for what their answers say.
        let reach = 6 * max(population.standardDeviation, 1)
        let range = min(population.mean - reach, -6)...max(population.mean + reach, 6)
        self.init(
            over: range, spacing: Self.spacing(for: curves, population: population, longestRow: longestRow))
    }

    private static func spacing(for curves: [ItemCurve], population: Prior, longestRow: Int) -> Double {
        let steepest = curves.reduce(0.5) { max($0, abs($1.slope)) }
        // The most that a row can tell at any ability, as if it held the most telling items.
        let sharpest = stride(from: -4.0, through: 4, by: 0.25).reduce(0.0) { sharpest, ability in
            let informations = curves.map { curve in
                let point = curve.point(at: ability)
                return curve.slope * curve.slope * point.knowing * point.notKnowing
            }
            let average = informations.reduce(0, +) / Double(max(curves.count, 1))
            let most = informations.reduce(0, +)
            return max(sharpest, min(1.5 * average * Double(longestRow), most))
        }
        let variance = population.standardDeviation * population.standardDeviation
        let deviation = (1 / (1 / variance + sharpest)).squareRoot()
        return min(0.5, deviation, 0.85 / steepest)
    }

    var count: Int { blockCount * 8 }
    var spacing: Double { (upper - lower) / Double(count - 1) }

    var points: [Double] {
        (0..<count).map { lower + (upper - lower) * Double($0) / Double(count - 1) }
    }

    /// Eight values side by side for each block, computed from the points.
    func blocks(_ value: (Double) -> Double) -> [Lanes] {
        let points = points
        return (0..<blockCount).map { block in
            var lanes = Lanes()
            for lane in 0..<8 { lanes[lane] = value(points[8 * block + lane]) }
            return lanes
        }
    }

    /// The logarithms of the weights of a normal population, which add up to one.
    func logWeights(of population: Prior) -> [Lanes] {
        let plain = blocks { point in
            let distance = (point - population.mean) / population.standardDeviation
            return -distance * distance / 2
        }
        let total = plain.reduce(0.0) { sum, lanes in
            (0..<8).reduce(sum) { $0 + exp(lanes[$1]) }
        }
        return plain.map { $0 - log(total) }
    }

    /// The weights themselves, point by point.
    func weights(of population: Prior) -> [Double] {
        logWeights(of: population).flatMap { lanes in (0..<8).map { exp(lanes[$0]) } }
    }

    /// Whether this grid is as wide and as fine as another one, near enough.
    func serves(as needed: Quadrature) -> Bool {
        spacing <= needed.spacing * 1.05 && lower <= needed.lower + 0.5 && upper >= needed.upper - 0.5
    }

    static func exponential(_ lanes: Lanes) -> Lanes {
        Lanes(
            exp(lanes[0]), exp(lanes[1]), exp(lanes[2]), exp(lanes[3]), exp(lanes[4]), exp(lanes[5]), exp(lanes[6]),
            exp(lanes[7]))
    }
}
