extension ResponseMatrix {
    /// The log-likelihood of the answers under given items, whoever in the population gave them.
    ///
    /// What calibration makes as large as it can; of use to compare calibrations, and to check one from outside.
    package func marginalLogLikelihood(
        under items: [ItemParameters], population: Prior = .standard, parallelism: Int = 1
    ) async -> Double {
        let curves = items.map(ItemCurve.init)
        guard curves.count == itemCount, rowCount > 0 else { return 0 }
        let quadrature = Quadrature(for: curves, population: population, longestRow: longestRow)
        let step = Expectation(curves: curves, population: population, quadrature: quadrature)
        return await step.expectedAnswers(of: self, parallelism: parallelism).logLikelihood
    }
}
