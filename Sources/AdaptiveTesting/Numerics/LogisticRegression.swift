import Glibc

/// A logistic regression by maximum likelihood.
struct LogisticRegression {
    let coefficients: [Double]
    let logLikelihood: Double

    /// Fits by Newton's method; nil when a combination of the columns tells right from wrong without fail.
    ///
    /// - Parameters:
    ///   - columns: The explanatory variables, the constant included, one array each.
    ///   - isRight: The outcomes.
    ///   - weights: How often each row counts.
    init?(columns: [[Double]], isRight: [Bool], weights: [Double]) {
        let order = columns.count
        var coefficients = [Double](repeating: 0, count: order)
        var last = -Double.infinity
        for _ in 0..<50 {
            var gradient = [Double](repeating: 0, count: order)
            var information = SymmetricMatrix(order: order)
            var logLikelihood = 0.0
            for row in isRight.indices {
                var logit = 0.0
                for index in 0..<order { logit += coefficients[index] * columns[index][row] }
                let point = ItemCurve.Point(logit: logit, guessing: 0)
                logLikelihood += weights[row] * (isRight[row] ? point.logProbability : point.logComplement)
                let residual = weights[row] * (isRight[row] ? point.notKnowing : -point.knowing)
                let weight = weights[row] * point.knowing * point.notKnowing
                for index in 0..<order {
                    gradient[index] += residual * columns[index][row]
                    for other in 0...index {
                        information[index, other] += weight * columns[index][row] * columns[other][row]
                    }
                }
            }
            if abs(logLikelihood - last) < 1e-10 * (abs(last) + 0.1) {
                self.coefficients = coefficients
                self.logLikelihood = logLikelihood
                return
            }
            last = logLikelihood
            guard let step = information.solve(gradient) else { return nil }
            for index in 0..<order { coefficients[index] += step[index] }
        }
        return nil
    }
}
