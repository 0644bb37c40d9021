import Glibc

/// Calibrates items of which little is known, from their authors' levels and however many answers there are.
///
/// With few answers a free mean of the discriminations is fatal: the priors on difficulty shrink the difficulties, and the
/// slopes grow to make up for it (1.69 instead of 1.19 at fifteen answers an item), so that tests report errors forty
/// per cent too small. So the mean of log a is held until there are two hundred answers an item.
package struct ColdCalibration: Sendable {
    /// The difficulty that each item's level stands for.
    package var levelDifficulties: [Double]
    package var judgement = AuthorJudgement.usual
    /// Of log a across items, in published banks of such questions.
    package var logDiscrimination = Self.usualLogDiscrimination
    package var anchors: [Int: ItemParameters] = [:]
    package var population = Prior.standard
    package var parallelism = 1

    package static let usualLogDiscrimination = Prior(mean: 0.1, standardDeviation: 0.3)
    /// From so many answers an item on, the discriminations' mean and spread come from the data.
    package static let answersThatFreeTheMean = 200.0

    package init(levelDifficulties: [Double]) {
        self.levelDifficulties = levelDifficulties
    }

    /// What is believed of each item after these answers.
    package func beliefs(after responses: ResponseMatrix) async throws(CalibrationError) -> [ItemBelief] {
        guard responses.itemCount == levelDifficulties.count else { throw .priorsForOtherItems }
        guard responses.answerCount > 0 else { return levelDifficulties.indices.map { belief(ofItem: $0) } }
        var slopes = logDiscrimination
        var found = try await calibrate(responses, slopes: slopes)
        let free = levelDifficulties.indices.filter { anchors[$0] == nil }
        let totals = responses.totals
        let perItem = free.reduce(0) { $0 + totals[$1].answers } / Double(max(free.count, 1))
        if perItem >= Self.answersThatFreeTheMean, free.count >= 10 {
            // Empirical Bayes, by EM over the items.
            for _ in 0..<4 {
                slopes = spread(of: free.compactMap { found[$0] }) ?? slopes
                found = try await calibrate(responses, slopes: slopes)
            }
        }
        return levelDifficulties.indices.map { found[$0] ?? belief(ofItem: $0) }
    }

    private func calibrate(
        _ responses: ResponseMatrix, slopes: Prior
    ) async throws(CalibrationError) -> [ItemBelief?] {
        var calibration = ItemCalibration(model: .twoParameter)
        calibration.priors = zip(levelDifficulties, responses.totals).map { level, total in
            var prior = ItemPrior(
                difficulty: judgement.difficulty(levelDifficulty: level), logDiscrimination: slopes)
            prior.interceptInformation = total.correct * (1 - total.correct / max(total.answers, 1)) * 0.85
            return prior
        }
        calibration.anchors = anchors
        calibration.population = population
        calibration.parallelism = parallelism
        calibration.tolerance = 1e-5
        return try await calibration.calibrate(responses).items.map { item in item.flatMap(ItemBelief.init) }
    }

    private func belief(ofItem item: Int) -> ItemBelief {
        ItemBelief(
            logDiscrimination: logDiscrimination,
            difficulty: judgement.difficulty(levelDifficulty: levelDifficulties[item]))
    }

    private func spread(of beliefs: [ItemBelief]) -> Prior? {
        guard beliefs.count > 1 else { return nil }
        let count = Double(beliefs.count)
        let mean = beliefs.reduce(0) { $0 + $1.logDiscrimination.mean } / count
        let variance = beliefs.reduce(0) { sum, belief in
            let distance = belief.logDiscrimination.mean - mean
            let error = belief.logDiscrimination.standardDeviation
            return sum + distance * distance + error * error
        }
        return Prior(mean: mean, standardDeviation: max((variance / count).squareRoot(), 0.1))
    }
}
