import AdaptiveTesting
import ArgumentParser

struct CalibrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calibrate", abstract: "Estimates the parameters of items from answers.",
        discussion: """
            Marginal maximum likelihood, logistic with D = 1, ability N(0, 1) unless anchors fix the scale; then mean and \
            variance are estimated too. 1pl has one discrimination for all items; 3pl takes guessing to lie around 0.2. \
            An item that was answered in one way only has no estimate.
            """)

    @OptionGroup var input: CalibrationInput
    @OptionGroup var options: CalibrationOptions

    @Flag(help: "Prints the estimates as JSON.")
    var json = false

    func run() async throws {
        let answers = try CalibrationAnswers(input)
        let found = try await options.calibrate(answers)
        let shown = Shown(found, ids: answers.ids)
        if json {
            try StandardOutput.write(json: shown)
        } else {
            StandardOutput.write("id,a,b,c,standard error of a,standard error of b")
            for item in shown.items { StandardOutput.write(item.line) }
        }
        guard found.hasConverged else {
            throw CommandFailure(
                "After \(found.cycles) cycles the estimates still move: too few answers for this model.")
        }
    }

    private struct Shown: Encodable {
        let logLikelihood: Double
        let items: [Item]
        let mean: Double
        let variance: Double
        let cycles: Int

        init(_ found: Calibration, ids: [FileID]) {
            logLikelihood = found.logLikelihood
            items = zip(ids, found.items).map(Item.init)
            mean = found.population.mean
            variance = found.population.standardDeviation * found.population.standardDeviation
            cycles = found.cycles
        }
    }

    private struct Item: Encodable {
        let id: FileID
        let a, b, c, seA, seB: Double?

        init(_ id: FileID, _ item: CalibratedItem?) {
            self.id = id
            a = item?.discrimination.ifFinite
            b = item?.difficulty.ifFinite
            c = item?.guessing.ifFinite
            seA = item?.errors?.discrimination.ifFinite
            seB = item?.errors?.difficulty.ifFinite
        }

        var line: String {
            CSVLine.text([id.description] + [a, b, c, seA, seB].map { number in number.map { "\($0)" } ?? "" })
        }
    }
}

extension Double {
    /// JSON has no word for what is not a number.
    var ifFinite: Double? { isFinite ? self : nil }
}
