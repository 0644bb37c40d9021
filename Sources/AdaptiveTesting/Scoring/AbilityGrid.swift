/// The equally spaced abilities at which a posterior is computed.
///
/// 33 points on −4...4, a widespread default, are off by up to 0.24 when all answers are right or all are wrong; 61 points
/// on −6...6 suffice, and 121 leave room for discriminating items.
package struct AbilityGrid: Hashable, Sendable {
    package let range: ClosedRange<Double>
    package let count: Int

    /// A grid over a range, its ends included; of fewer than two points two are made.
    package init(over range: ClosedRange<Double> = -6...6, count: Int = 121) {
        self.range = range
        self.count = max(count, 2)
    }

    package static let standard = AbilityGrid()

    package var spacing: Double {
        (range.upperBound - range.lowerBound) / Double(count - 1)
    }

    package var points: [Double] {
        (0..<count).map { range.lowerBound + (range.upperBound - range.lowerBound) * Double($0) / Double(count - 1) }
    }

    /// The stretch of abilities for which a point stands: half a spacing to either side, cut off at the ends.
    ///
    /// The weights of the trapezoidal rule are the lengths of these stretches.
    func cell(around point: Double) -> ClosedRange<Double> {
        (point - spacing / 2...point + spacing / 2).clamped(to: range)
    }
}
