import AdaptiveTesting
import ArgumentParser

struct ScoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "score", abstract: "Reads abilities from recorded answers.",
        discussion: """
            Items are logistic with D = 1 and up to four parameters (a, b, c, d), or graded (b a list of thresholds); the \
            prior is N(0, 1). `boundary` says that the answers point beyond the range, as all right ones do.
            """)

    @Option(help: "The file of items.")
    var bank: String

    @Option(help: "The file of answers.")
    var responses: String

    @Option(help: "eap, map, ml, wle (Warm's) or jeffreys.")
    var estimator = AbilityEstimator.eap

    @OptionGroup var grid: GridOptions

    @Flag(help: "Prints the abilities as JSON.")
    var json = false

    func run() throws {
        let scoring = AbilityScoring(grid: try grid.abilities)
        let bank = try MeasuredBank(path: bank)
        let scores = try MeasuredAnswers(path: responses, of: bank).people.map { person in
            let answers = person.places.compactMap { person.answer(to: $0, in: bank) }
            return Shown(id: person.id, scoring.score(answers, by: estimator))
        }
        if json {
            try StandardOutput.write(json: scores)
        } else {
            StandardOutput.write("id,ability,standard error,kind of error,boundary")
            for score in scores { StandardOutput.write(score.line) }
        }
    }

    private struct Shown: Encodable {
        let id: FileID
        let ability: Double
        let standardError: Double
        let standardErrorKind: String
        let boundary: Bool

        init(id: FileID, _ score: AbilityScore) {
            self.id = id
            ability = score.ability
            standardError = score.standardError
            standardErrorKind = score.errorKind.rawValue
            boundary = score.isBoundary
        }

        var line: String {
            CSVLine.text([id.description, "\(ability)", "\(standardError)", standardErrorKind, "\(boundary)"])
        }
    }
}
