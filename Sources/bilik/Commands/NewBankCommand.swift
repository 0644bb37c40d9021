import ArgumentParser
import Courseware

struct NewBankCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bank", abstract: "Makes a question bank with one practice question to write over.")

    @Argument(help: "The competency whose bank it is, as in framework.yml: 4.3.")
    var competency: String

    @OptionGroup var content: ContentOptions
    @OptionGroup var file: FileOption

    func run() throws {
        let folder = try Settings(content, file: file).content.questionBanks
        guard competency.utf8.allSatisfy({ (48...57).contains($0) || (97...122).contains($0) || $0 == 45 || $0 == 46 }),
            competency.first?.isLetter == true || competency.first?.isNumber == true
        else { throw CommandFailure("“\(competency)” is no competency: write its code of framework.yml, such as 4.3.") }
        var skeleton = Skeleton()
        skeleton.add(
            "\(folder)/\(competency).yml",
            """
            competency: "\(competency)"
            questions:
              - id: \(competency)-001
                type: true-false
                use: practice
                level: 1
                measures: \(competency).a
                stem:
                  az: "Bu sualı özünüzünkü ilə əvəz edin."
                  en: "Write your own question over this one."
                answer: true
                why:
                  az: "O biri cavabın niyə düz olmadığı."
                  en: "Why the other answer is not right."
                feedback:
                  az: "Bu sualdan öyrəniləsi fikir."
                  en: "What this question teaches."

            """)
        try skeleton.write()
        StandardOutput.write("Write the questions (docs/content.md shows all types), then run `bilik check`.")
    }
}
