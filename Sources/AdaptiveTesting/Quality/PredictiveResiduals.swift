import Glibc

/// Each answer held against what the same person's other answers predict.
///
/// The prediction is a probability that the model stands by, so under it the residuals have mean zero and variance
/// P(1 − P) exactly, however few answers a person gave; residuals at an estimated ability do not.
struct PredictiveResiduals {
    /// The probability of a right answer given all other answers of its row.
    let predictions: [[(item: Int, correct: Bool, probability: Double)]]
    /// The posterior mean of each row's ability.
    let abilities: [Double]

    init(_ fitted: FittedModel, responses: ResponseMatrix) {
        let curves = fitted.items.map(ItemCurve.init)
        let quadrature = Quadrature(for: curves, population: fitted.population, longestRow: responses.longestRow)
        let step = Expectation(curves: curves, population: fitted.population, quadrature: quadrature)
        let likelihoods = step.logProbabilities.map(Quadrature.exponential)
        let points = quadrature.blocks { $0 }
        var posterior = PosteriorRow(blockCount: quadrature.blockCount)
        var predictions: [[(item: Int, correct: Bool, probability: Double)]] = []
        var abilities: [Double] = []
        responses.codes.withUnsafeBufferPointer { codes in
            for row in 0..<responses.rowCount {
                let answers = codes[responses.starts[row]..<responses.starts[row + 1]]
                _ = posterior.fill(answers, from: step, weight: 1)
                abilities.append(posterior.active.reduce(0) { $0 + (posterior.weights[$1] * points[$1]).sum() })
                predictions.append(
                    answers.map { code in
                        let begin = Int(code) * quadrature.blockCount
                        let rightBegin = Int(code | 1) * quadrature.blockCount
                        var (without, right) = (0.0, 0.0)
                        for block in posterior.active {
                            let others = posterior.weights[block] / likelihoods[begin + block]
                            without += others.sum()
                            right += (others * likelihoods[rightBegin + block]).sum()
                        }
                        return (Int(code >> 1), code & 1 == 1, min(max(right / without, 1e-9), 1 - 1e-9))
                    })
            }
        }
        self.predictions = predictions
        self.abilities = abilities
    }
}
