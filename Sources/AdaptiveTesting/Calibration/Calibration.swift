/// What a calibration found.
package struct Calibration: Sendable {
    /// One for each item of the matrix; nil where the answers were all right or all wrong and no prior helped.
    package let items: [CalibratedItem?]
    /// The abilities of those who answered, estimated only where anchors fix the scale.
    package let population: Prior
    /// The marginal log-likelihood of the answers, without the priors.
    package let logLikelihood: Double
    package let cycles: Int
    package let hasConverged: Bool
}

/// An item's estimated parameters and how sure they are.
///
/// Plain numbers, for an estimate may be one that no model allows: a negative discrimination is what a wrong key looks
/// like.
package struct CalibratedItem: Hashable, Sendable {
    package let discrimination: Double
    package let difficulty: Double
    package let guessing: Double
    /// Nil for an anchor, or when the information is not positive definite.
    package let errors: Errors?
    package let isAnchor: Bool
    /// The number of answers behind the estimate.
    package let answers: Double

    /// Standard errors from the observed information (Louis 1982), carried over by the delta method.
    package struct Errors: Hashable, Sendable {
        package let discrimination: Double
        package let difficulty: Double
        /// Nil where guessing is not estimated.
        package let guessing: Double?
        /// The covariance of log a and b, what remains uncertain when ability is estimated with the item.
        package let logDiscriminationAndDifficulty: Double
    }

    /// The parameters, unless no model allows them.
    package var parameters: ItemParameters? {
        try? ItemParameters(discrimination: discrimination, difficulty: difficulty, guessing: guessing)
    }
}

extension CalibratedItem {
    fileprivate init(anchor parameters: ItemParameters, answers: Double) {
        self.init(
            discrimination: parameters.discrimination, difficulty: parameters.difficulty,
            guessing: parameters.guessing, errors: nil, isAnchor: true, answers: answers)
    }
}

extension CalibrationProblem {
    /// Puts the estimates in the caller's order and in the words of the bank.
    func calibration(
        _ solution: Solution, covariance: SymmetricMatrix?, of count: Int,
        totals: [(answers: Double, correct: Double)]
    ) -> Calibration {
        var found = [CalibratedItem?](repeating: nil, count: count)
        let placeOfFree = Dictionary(uniqueKeysWithValues: free.items.enumerated().map { ($1, $0) })
        for (place, item) in items.enumerated() {
            let curve = solution.state.curves[place]
            if let known = settings.anchors[item] {
                found[item] = CalibratedItem(anchor: known, answers: totals[item].answers)
                continue
            }
            let errors = placeOfFree[place].flatMap { free in
                covariance.map { self.errors(of: curve, at: self.free.places(ofFreeItem: free), in: $0) }
            }
            found[item] = CalibratedItem(
                discrimination: curve.slope, difficulty: curve.difficulty, guessing: curve.guessing, errors: errors,
                isAnchor: false, answers: totals[item].answers)
        }
        return Calibration(
            items: found, population: solution.state.population, logLikelihood: solution.logLikelihood,
            cycles: solution.cycles, hasConverged: solution.hasConverged)
    }

    private func errors(
        of curve: ItemCurve, at places: [Int], in covariance: SymmetricMatrix
    ) -> CalibratedItem.Errors {
        let (slope, intercept) = (places[0], places[1])
        let (ofSlope, ofIntercept) = (covariance[slope, slope], covariance[intercept, intercept])
        let ofBoth = covariance[slope, intercept]
        // b = −d / a, so ∂b/∂a = −b / a and ∂b/∂d = −1 / a.
        let (bySlope, byIntercept) = (-curve.difficulty / curve.slope, -1 / curve.slope)
        let variance =
            bySlope * bySlope * ofSlope + 2 * bySlope * byIntercept * ofBoth + byIntercept * byIntercept * ofIntercept
        let guessing = places.count > 2 ? places[2] : nil
        return CalibratedItem.Errors(
            discrimination: ofSlope.squareRoot(), difficulty: variance.squareRoot(),
            guessing: guessing.map {
                curve.guessing * (1 - curve.guessing) * covariance[$0, $0].squareRoot()
            },
            logDiscriminationAndDifficulty: (bySlope * ofSlope + byIntercept * ofBoth) / curve.slope)
    }
}
