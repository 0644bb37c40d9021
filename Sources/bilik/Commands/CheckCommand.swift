import ArgumentParser
import Courseware
import Training

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Reads all content and names every fault with its file, line and mend.")

    @OptionGroup var folders: ContentOptions

    func run() throws {
        let (content, problems) = ContentLoader.load(folders.folders)
        for problem in problems { StandardError.write(problem.description) }
        guard let content else { throw ExitCode.failure }
        let lessons = content.courses.reduce(0) { $0 + $1.lessons.count }
        StandardOutput.write(
            "\(content.courses.count) courses, \(lessons) lessons, \(content.questions.count) questions, "
                + "\(content.certifications.count) certifications: no faults")
    }
}
