import AdaptiveTesting
import ArgumentParser

struct ItemsDIFCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dif", abstract: "Says which items work differently in two groups of equal ability.",
        discussion: """
            The file of answers needs `group`: 0 for the reference group, 1 for the focal one. Mantel-Haenszel, as it is \
            and purified, logistic regression, and the ETS classes A, B and C; people are matched by their score.
            """)

    @OptionGroup var input: CalibrationInput

    @Flag(help: "Prints the statistics as JSON.")
    var json = false

    func run() throws {
        let answers = try CalibrationAnswers(input)
        guard let isFocal = answers.isFocal else {
            throw CommandFailure("\(input.responses) has no `group`: add a 0 or a 1 for each row.")
        }
        guard let comparison = try? GroupComparison(answers.matrix, isFocal: isFocal) else {
            throw CommandFailure("\(input.responses): all people are in one group; a comparison needs two.")
        }
        let shown = Shown(comparison, answers)
        if json {
            try StandardOutput.write(json: shown)
        } else {
            StandardOutput.write("id,MH chi2,alpha,delta,class,purified class,logistic chi2,delta R2")
            for item in shown.items { StandardOutput.write(item.line) }
        }
    }

    /// The lists of difR, in the order of the items; flagged items by their ids.
    private struct Shown: Encodable {
        let MH_continuityCorrected: Haenszel
        let MH_noCorrection: Haenszel
        let MH_purified: Haenszel
        let logistic: Logistic
        let ctt: Classical?
        let items: [Item]

        init(_ comparison: GroupComparison, _ answers: CalibrationAnswers) {
            let corrected = comparison.mantelHaenszel()
            let purified = comparison.purifiedMantelHaenszel()
            let regressions = comparison.logistic()
            MH_continuityCorrected = Haenszel(corrected, answers.ids)
            MH_noCorrection = Haenszel(comparison.mantelHaenszel(correctsContinuity: false), answers.ids)
            MH_purified = Haenszel(purified, answers.ids)
            logistic = Logistic(regressions, answers.ids)
            ctt = ClassicalStatistics(answers.matrix).map(Classical.init)
            items = answers.ids.indices.map { index in
                Item(
                    id: answers.ids[index], statistic: corrected[index], category: corrected[index]?.category,
                    purifiedCategory: purified[index]?.category, regression: regressions[index])
            }
        }
    }

    private struct Haenszel: Encodable {
        let chi2, alphaMH, deltaMH: [Double?]
        let flagged: [FileID]

        init(_ statistics: [MantelHaenszel?], _ ids: [FileID]) {
            chi2 = statistics.map { $0?.chiSquare }
            alphaMH = statistics.map { $0?.oddsRatio }
            deltaMH = statistics.map { $0?.delta }
            flagged = zip(ids, statistics).filter { $0.1?.isSignificant == true }.map(\.0)
        }
    }

    private struct Logistic: Encodable {
        let both_LR, udif_LR, nudif_LR, deltaR2_both: [Double?]
        let flagged_both: [FileID]

        init(_ statistics: [LogisticDifference?], _ ids: [FileID]) {
            both_LR = statistics.map { $0?.either }
            udif_LR = statistics.map { $0?.uniform }
            nudif_LR = statistics.map { $0?.nonuniform }
            deltaR2_both = statistics.map { $0?.explainedShare }
            flagged_both = zip(ids, statistics).filter { $0.1?.isSignificant == true }.map(\.0)
        }
    }

    private struct Classical: Encodable {
        let alpha: Double?
        let itemMean: [Double]
        let correctedItemTotal: [Double?]

        init(_ statistics: ClassicalStatistics) {
            alpha = statistics.alpha
            itemMean = statistics.shares
            correctedItemTotal = statistics.correctedItemTotals
        }
    }

    private struct Item: Encodable {
        let id: FileID
        let statistic: MantelHaenszel?
        let category: DifferenceCategory?
        let purifiedCategory: DifferenceCategory?
        let regression: LogisticDifference?

        enum CodingKeys: String, CodingKey {
            case id, category, purifiedCategory
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(id, forKey: .id)
            try container.encodeIfPresent(category, forKey: .category)
            try container.encodeIfPresent(purifiedCategory, forKey: .purifiedCategory)
        }

        var line: String {
            let numbers = [statistic?.chiSquare, statistic?.oddsRatio, statistic?.delta].map {
                $0.map { "\($0)" } ?? ""
            }
            let classes = [category?.rawValue ?? "", purifiedCategory?.rawValue ?? ""]
            let logistic = [regression?.either, regression?.explainedShare].map { $0.map { "\($0)" } ?? "" }
            return CSVLine.text([id.description] + numbers + classes + logistic)
        }
    }
}
