import AdaptiveTesting
import ArgumentParser

struct ClassifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "classify", abstract: "Decides pass or fail from recorded answers, looking at them one by one.",
        discussion: """
            sprt compares the likelihoods at the cut plus and minus delta, glr the best above and below that stretch, ci \
            asks whether the posterior mean's interval (confidence 1 − alpha) clears the cut. Where the last answer leaves \
            it open, the side of the posterior mean decides, and `forced` says so.
            """)

    @Option(help: "The file of items.")
    var bank: String

    @Option(help: "The file of answers.")
    var responses: String

    @Option(help: "A JSON list of item ids: the order in which answers are looked at; otherwise that of the answers.")
    var order: String?

    @Option(help: "sprt, glr or ci.")
    var rule: ClassificationRule.Method

    @Option(parsing: .unconditional, help: "The ability to reach.")
    var cut: Double

    @Option(help: "Half the width of the stretch around the cut in which either verdict is as good.")
    var delta = 0.2

    @Option(help: "The chance of a false pass that is put up with.")
    var alpha = 0.05

    @Option(help: "The chance of a false fail that is put up with.")
    var beta = 0.05

    @Option(help: "The fewest answers to look at.")
    var min = 5

    @Option(help: "The most answers to look at.")
    var max = 40

    @Flag(help: "Prints the verdicts as JSON.")
    var json = false

    @OptionGroup var grid: GridOptions

    func run() throws {
        guard alpha > 0, alpha < 0.5, beta > 0, beta < 0.5, delta >= 0, cut.isFinite else {
            throw CommandFailure("alpha and beta lie between 0 and 0.5, and delta is not below 0: change them.")
        }
        guard min >= 1, max >= min else {
            throw CommandFailure("--max is at least --min, and that at least 1: change them.")
        }
        let grid = try grid.abilities
        let bank = try MeasuredBank(path: bank)
        let order = try order.map { try Self.places(inOrderOf: $0, bank: bank) }
        let test = ClassificationRule(
            method: rule, cut: cut, indifference: delta, falsePass: alpha, falseFail: beta)
        let results = try MeasuredAnswers(path: responses, of: bank).people.map { person in
            let answers = (order ?? person.places).compactMap { person.answer(to: $0, in: bank) }
            return Shown(id: person.id, test.outcome(of: answers, atLeast: min, atMost: max, grid: grid))
        }
        if json {
            try StandardOutput.write(json: results)
        } else {
            StandardOutput.write("id,decision,length,forced,ability,standard error")
            for result in results { StandardOutput.write(result.line) }
        }
    }

    private static func places(inOrderOf path: String, bank: MeasuredBank) throws -> [Int] {
        try MeasurementFile.decode([FileID].self, at: path, like: "a list of item ids such as [50, 14, 53]").map { id in
            guard let place = bank.place(of: id) else {
                throw CommandFailure("\(path) names item \(id), which the bank does not hold: leave it out.")
            }
            return place
        }
    }

    private struct Shown: Encodable {
        let id: FileID
        let decision: String
        let length: Int
        let forced: Bool
        let ability: Double
        let standardError: Double

        init(id: FileID, _ outcome: ClassificationOutcome) {
            self.id = id
            decision = outcome.verdict.rawValue
            length = outcome.length
            forced = outcome.isForced
            ability = outcome.estimate.ability
            standardError = outcome.estimate.standardError
        }

        var line: String {
            CSVLine.text([id.description, decision, "\(length)", "\(forced)", "\(ability)", "\(standardError)"])
        }
    }
}
