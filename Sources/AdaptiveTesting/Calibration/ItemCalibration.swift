/// Estimates item parameters from answers by marginal maximum likelihood (or the posterior's mode, given priors).
///
/// EM of Bock and Aitkin, *Psychometrika* 46 (1981), over abilities that are normal in the population. Answers that
/// nobody gave are left out of the likelihood, so people may have answered different items. Without anchors the
/// population has mean 0 and variance 1, which fixes the scale; anchors fix it by their parameters, and then mean and
/// variance of the population are estimated.
package struct ItemCalibration: Sendable {
    package var model: CalibrationModel
    /// One for each item, or none at all.
    package var priors: [ItemPrior] = []
    /// Items whose parameters are known and stay what they are, by index.
    package var anchors: [Int: ItemParameters] = [:]
    /// The population's distribution, where nothing else fixes the scale.
    package var population = Prior.standard
    /// The largest change of any parameter in one cycle of EM at which the estimates count as found.
    package var tolerance = 1e-7
    package var cycleLimit = 2000
    package var findsStandardErrors = true
    /// How many tasks share the work; the result does not depend on it.
    package var parallelism = 1

    package init(model: CalibrationModel) {
        self.model = model
    }

    package func calibrate(_ responses: ResponseMatrix) async throws(CalibrationError) -> Calibration {
        guard priors.isEmpty || priors.count == responses.itemCount else { throw .priorsForOtherItems }
        let totals = responses.totals
        let known = (0..<responses.itemCount).filter { anchors[$0] != nil || isDetermined($0, totals[$0]) }
        let usable = known.count == responses.itemCount ? responses : responses.keeping(items: known)
        let problem = CalibrationProblem(self, items: known, responses: usable)
        guard !problem.free.items.isEmpty else { throw .nothingToEstimate }
        guard usable.rowCount > 0, usable.answerCount > 0 else { throw .noAnswers }
        let solution = await problem.solve()
        let information = findsStandardErrors ? await problem.information(at: solution) : nil
        // An item that its answers do not determine must not cost all others their errors.
        let errors = information.flatMap { $0.inverse ?? $0.steadied.inverse }
        return problem.calibration(solution, covariance: errors, of: responses.itemCount, totals: totals)
    }

    func prior(of item: Int) -> ItemPrior { priors.isEmpty ? .flat : priors[item] }

    /// Answers that are all right or all wrong put the difficulty at infinity, unless a prior holds it.
    private func isDetermined(_ item: Int, _ total: (answers: Double, correct: Double)) -> Bool {
        prior(of: item).difficulty != nil || (total.correct > 0 && total.correct < total.answers)
    }
}

/// Why nothing can be calibrated.
package enum CalibrationError: Error, Hashable, Sendable {
    case noAnswers
    /// Every item is an anchor, or was answered in one way only.
    case nothingToEstimate
    /// There are priors, but not one for each item.
    case priorsForOtherItems
}

extension ResponseMatrix {
    /// The answers to these items only, which get new indices in the order given.
    fileprivate func keeping(items: [Int]) -> ResponseMatrix {
        var places = [Int?](repeating: nil, count: itemCount)
        for (place, item) in items.enumerated() { places[item] = place }
        var kept = ResponseMatrix(itemCount: items.count, expectedPeople: rowCount, expectedAnswers: answerCount)
        for row in 0..<rowCount {
            let answers = answers(inRow: row).compactMap { answer in
                places[answer.item].map { (item: $0, correct: answer.correct) }
            }
            kept.append(answers, people: people(inRow: row))
        }
        return kept
    }
}
