/// The M-step: the curves that make the expected answers most likely.
struct Maximization {
    let model: CalibrationModel
    let priors: [ItemPrior]
    /// The items whose curves are estimated.
    let free: [Int]

    /// New curves for all free items, from the expected answers.
    func curves(from curves: [ItemCurve], expected: ExpectedAnswers, abilities: [Double]) -> [ItemCurve] {
        guard model != .oneParameter else {
            return commonSlope(from: curves, expected: expected, abilities: abilities)
        }
        var curves = curves
        for item in free {
            let answers = ItemAnswers(to: item, in: expected, on: abilities)
            curves[item] = maximize(curves[item], answers: answers, prior: priors[item])
        }
        return curves
    }

    /// Fisher scoring with halved steps; without guessing and priors that is Newton's method on a concave function.
    func maximize(_ start: ItemCurve, answers: ItemAnswers, prior: ItemPrior) -> ItemCurve {
        let guesses = model == .threeParameter
        var curve = start
        var objective = CurveObjective(of: curve, answers: answers, prior: prior, guesses: guesses)
        for _ in 0..<30 {
            guard var step = objective.step(guesses: guesses) else { break }
            step = step.clamped(lowerBound: SIMD4(repeating: -2), upperBound: SIMD4(repeating: 2))
            var next = curve
            var found = false
            for _ in 0..<12 {
                next = curve.moved(by: step)
                if prior.logDiscrimination == nil || next.slope > 0 {
                    let reached = CurveObjective(of: next, answers: answers, prior: prior, guesses: guesses)
                    if reached.value >= objective.value - 1e-9 * abs(objective.value) {
                        objective = reached
                        found = true
                        break
                    }
                }
                step /= 2
            }
            guard found else { break }
            curve = next
            if (step * step).sum() < 1e-20 { break }
        }
        return curve
    }

    /// One slope for all free items: the information is an arrow, so the intercepts are eliminated one by one.
    private func commonSlope(from curves: [ItemCurve], expected: ExpectedAnswers, abilities: [Double]) -> [ItemCurve] {
        var curves = curves
        let answers = free.map { ItemAnswers(to: $0, in: expected, on: abilities) }
        // The prior of the one slope stands with the first item.
        let priors = free.enumerated().map { place, item in
            ItemPrior(
                difficulty: self.priors[item].difficulty,
                logDiscrimination: place == 0 ? self.priors[item].logDiscrimination : nil)
        }
        for _ in 0..<30 {
            let objectives = free.indices.map { place in
                CurveObjective(
                    of: curves[free[place]], answers: answers[place], prior: priors[place], guesses: false)
            }
            let pull = objectives.reduce(0) {
                $0 + $1.gradient[0] - $1.information[1] * $1.gradient[1] / $1.information[2]
            }
            let stiffness = objectives.reduce(0) {
                $0 + $1.information[0] - $1.information[1] * $1.information[1] / $1.information[2]
            }
            guard stiffness > 0, let slope = free.first.map({ curves[$0].slope }) else { break }
            let slopeStep = max(min(pull / stiffness, 0.5), -slope / 2)
            var largest = abs(slopeStep)
            for (place, item) in free.enumerated() {
                let objective = objectives[place]
                let step = (objective.gradient[1] - objective.information[1] * slopeStep) / objective.information[2]
                let intercept = max(min(step, 2), -2)
                curves[item] = curves[item].moved(by: SIMD4(slopeStep, intercept, 0, 0))
                largest = max(largest, abs(intercept))
            }
            if largest < 1e-10 { break }
        }
        return curves
    }
}

extension ItemCurve {
    /// A few answers that fit too well would send a slope to infinity; what lies beyond these bounds looks the same.
    fileprivate func moved(by step: SIMD4<Double>) -> ItemCurve {
        ItemCurve(
            slope: max(min(slope + step[0], 25), -25), intercept: max(min(intercept + step[1], 75), -75),
            logitGuessing: logitGuessing == -.infinity
                ? logitGuessing : max(min(logitGuessing + step[2], 5), -15))
    }
}
