import Glibc

/// The slope of what an estimator maximises: its highest summit is the estimate.
struct ObjectiveSlope {
    private let answers: [ScoredAnswer]
    private let estimator: AbilityEstimator
    private let prior: Prior

    init(of answers: [ScoredAnswer], by estimator: AbilityEstimator, prior: Prior) {
        self.answers = answers
        self.estimator = estimator
        self.prior = prior
    }

    /// The summit within a range, and whether it is an end of the range rather than a summit.
    ///
    /// With guessing there can be several: all are found on a scan, polished to the last digits and compared.
    func mode(within range: ClosedRange<Double>, startingAt start: Double) -> (ability: Double, isBoundary: Bool) {
        guard !answers.isEmpty || estimator == .map else {
            return (min(max(start, range.lowerBound), range.upperBound), true)
        }
        let width = range.upperBound - range.lowerBound
        let steps = max(Int((width / Self.scanStep).rounded(.up)), 1)
        var summits: [(ability: Double, isBoundary: Bool)] = []
        var (left, slopeLeft) = (range.lowerBound, value(at: range.lowerBound))
        if slopeLeft <= 0 { summits.append((left, true)) }
        for step in 1...steps {
            let right = step == steps ? range.upperBound : range.lowerBound + width * Double(step) / Double(steps)
            let slopeRight = value(at: right)
            if slopeLeft > 0, slopeRight <= 0 { summits.append((root(between: left, and: right), false)) }
            (left, slopeLeft) = (right, slopeRight)
        }
        if slopeLeft > 0 { summits.append((left, true)) }
        guard var best = summits.first else { return (start, true) }
        for summit in summits.dropFirst() where rise(from: best.ability, to: summit.ability) > 0 { best = summit }
        return best
    }

    func value(at ability: Double) -> Double {
        var slope = 0.0
        for answer in answers { slope += answer.model.slopes(of: answer.category, at: ability).first }
        switch estimator {
        case .eap, .ml: return slope
        case .map: return slope - (ability - prior.mean) / (prior.standardDeviation * prior.standardDeviation)
        case .wle:
            let moments = moments(at: ability)
            return moments.information > 0 ? slope + moments.warm / (2 * moments.information) : slope
        case .jeffreys:
            let moments = moments(at: ability)
            return moments.information > 0
                ? slope + moments.informationSlope / (2 * moments.information) : slope
        }
    }

    func expectedInformation(at ability: Double) -> Double {
        moments(at: ability).information + priorInformation
    }

    func observedInformation(at ability: Double) -> Double {
        var sum = priorInformation
        for answer in answers {
            let slopes = answer.model.slopes(of: answer.category, at: ability)
            sum += slopes.first * slopes.first - slopes.second
        }
        return sum
    }

    private var priorInformation: Double {
        estimator == .map ? 1 / (prior.standardDeviation * prior.standardDeviation) : 0
    }

    private func moments(at ability: Double) -> InformationMoments {
        var sum = InformationMoments()
        for answer in answers { sum += answer.model.moments(at: ability) }
        return sum
    }

    /// How far the objective rises from one ability to another: the integral of its slope (Simpson's rule).
    ///
    /// Warm's estimator is defined by its slope alone, so the others take the same way.
    private func rise(from one: Double, to other: Double) -> Double {
        let pieces = 2 * max(Int((abs(other - one) / Self.scanStep).rounded(.up)), 8)
        let step = (other - one) / Double(pieces)
        var sum = value(at: one) + value(at: other)
        for piece in 1..<pieces { sum += (piece.isMultiple(of: 2) ? 2 : 4) * value(at: one + step * Double(piece)) }
        return sum * step / 3
    }

    /// Where the slope falls through zero, by secants that never leave the bracket (the Illinois rule).
    private func root(between lower: Double, and upper: Double) -> Double {
        var (left, right) = (lower, upper)
        var (slopeLeft, slopeRight) = (value(at: left), value(at: right))
        if slopeRight == 0 { return right }
        var movedLeft: Bool?
        for _ in 0..<100 where right - left > 1e-14 * max(1, abs(left)) {
            var middle = (left * slopeRight - right * slopeLeft) / (slopeRight - slopeLeft)
            if !(middle > left && middle < right) { middle = (left + right) / 2 }
            let slope = value(at: middle)
            if abs(slope) < 1e-14 { return middle }
            if slope > 0 {
                (left, slopeLeft) = (middle, slope)
                // The same end moved twice: half the other's weight, or it would never move.
                if movedLeft == true { slopeRight /= 2 }
            } else {
                (right, slopeRight) = (middle, slope)
                if movedLeft == false { slopeLeft /= 2 }
            }
            movedLeft = slope > 0
        }
        return (left + right) / 2
    }

    private static let scanStep = 0.1
}
