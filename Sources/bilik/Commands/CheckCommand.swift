import ArgumentParser
import Courseware
import Training

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Reads all content and names every fault with its file, line and mend.")

    @Flag(help: "Prints the faults as JSON.")
    var json = false

    @OptionGroup var folders: ContentOptions
    @OptionGroup var file: FileOption

    func run() throws {
        let (content, problems) = ContentLoader.load(try Settings(folders, file: file).content)
        if json {
            try StandardOutput.write(json: problems.map(Shown.init))
        } else {
            for problem in problems { StandardError.write(problem.description) }
        }
        guard let content else {
            let count = problems.count { $0.severity == .error }
            throw CommandFailure(
                "The content has \(count == 1 ? "one fault" : "\(count) faults"): mend each as its line says.")
        }
        guard !json else { return }
        let lessons = content.courses.reduce(0) { $0 + $1.lessons.count }
        StandardOutput.write(
            "\(content.courses.count) courses, \(lessons) lessons, \(content.questions.count) questions, "
                + "\(content.certifications.count) certifications: no faults")
    }

    private struct Shown: Encodable {
        let file: String
        let line: Int?
        let severity: String
        let message: String
        let mend: String

        init(_ problem: ContentProblem) {
            file = problem.file
            line = problem.line
            severity = problem.severity.rawValue
            message = problem.message
            mend = problem.mend
        }
    }
}
