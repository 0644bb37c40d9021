import AdaptiveTesting
import ArgumentParser

struct ItemsFitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fit", abstract: "Says how well items and answers follow the model.",
        discussion: """
            Calibrates the answers, then compares: S-X² and M₂ from the people who answered everything, Q₃ for pairs of \
            items, infit and outfit from what each person's other answers predict.
            """)

    @OptionGroup var input: CalibrationInput
    @OptionGroup var options: CalibrationOptions

    @Flag(help: "Prints the statistics as JSON.")
    var json = false

    func run() async throws {
        let answers = try CalibrationAnswers(input)
        let found = try await options.calibrate(answers)
        guard let fitted = FittedModel(found, model: options.model) else {
            throw CommandFailure(
                "An item has no estimate that the model allows: `bilik calibrate` shows which; leave it out.")
        }
        let shown = Shown(fitted, answers)
        if json {
            try StandardOutput.write(json: shown)
        } else {
            StandardOutput.write("id,answers,S-X2,df,p,infit,outfit,standardized infit,standardized outfit,excess")
            for item in shown.items { StandardOutput.write(item.line) }
        }
    }

    /// Lists in the order of the items, as mirt gives them, and the items one by one.
    private struct Shown: Encodable {
        let scoreFit: [ScoreFit]
        let whole: LimitedInformationFit?
        let strongest: LocalDependence?
        let reliability: Double
        let items: [Item]

        enum CodingKeys: String, CodingKey {
            case chiSquare = "S_X2"
            case df, p
            case rmsea = "RMSEA"
            case whole = "M2"
            case dependence = "Q3_maxOffDiag"
            case pair = "Q3_pair"
            case reliability = "marginalReliability"
            case items
        }

        init(_ fitted: FittedModel, _ answers: CalibrationAnswers) {
            let fits = fitted.scoreFit(of: answers.matrix)
            scoreFit = fits
            whole = fitted.limitedInformationFit(of: answers.matrix)
            strongest = fitted.localDependence(in: answers.matrix).first
            reliability = fitted.marginalReliability
            items = fitted.residualFit(of: answers.matrix).enumerated().map { index, fit in
                Item(answers.ids[index], fit, fits.indices.contains(index) ? fits[index] : nil)
            }
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(scoreFit.map(\.chiSquare), forKey: .chiSquare)
            try container.encode(scoreFit.map(\.degreesOfFreedom), forKey: .df)
            try container.encode(scoreFit.map(\.probability), forKey: .p)
            try container.encode(scoreFit.map(\.approximationError), forKey: .rmsea)
            try container.encodeIfPresent(whole.map(Whole.init), forKey: .whole)
            try container.encodeIfPresent(strongest.map { abs($0.correlation) }, forKey: .dependence)
            try container.encodeIfPresent(
                strongest.map { [items[$0.first].id, items[$0.second].id] }, forKey: .pair)
            try container.encode(reliability, forKey: .reliability)
            try container.encode(items, forKey: .items)
        }
    }

    private struct Whole: Encodable {
        let M2: Double
        let df: Int
        let p: Double
        let RMSEA: Double

        init(_ fit: LimitedInformationFit) {
            M2 = fit.statistic
            df = fit.degreesOfFreedom
            p = fit.probability
            RMSEA = fit.approximationError
        }
    }

    private struct Item: Encodable {
        let id: FileID
        let answers, infit, outfit, standardizedInfit, standardizedOutfit, excess: Double?
        private let scoreFit: ScoreFit?

        enum CodingKeys: String, CodingKey {
            case id, answers, infit, outfit, standardizedInfit, standardizedOutfit, excess
        }

        init(_ id: FileID, _ fit: ResidualFit?, _ scoreFit: ScoreFit?) {
            self.id = id
            self.scoreFit = scoreFit
            answers = fit?.answers
            infit = fit?.infit
            outfit = fit?.outfit
            standardizedInfit = fit?.standardizedInfit
            standardizedOutfit = fit?.standardizedOutfit
            excess = fit?.excess
        }

        var line: String {
            let score = [
                scoreFit.map { "\($0.chiSquare)" }, scoreFit.map { "\($0.degreesOfFreedom)" },
                scoreFit.map { "\($0.probability)" },
            ]
            let residuals = [infit, outfit, standardizedInfit, standardizedOutfit, excess].map { $0.map { "\($0)" } }
            let fields = [answers.map { "\($0)" }] + score + residuals
            return CSVLine.text([id.description] + fields.map { $0 ?? "" })
        }
    }
}
