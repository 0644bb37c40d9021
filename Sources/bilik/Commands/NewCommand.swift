import ArgumentParser

struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Makes the skeleton of a course, a lesson or a question bank.",
        subcommands: [NewCourseCommand.self, NewLessonCommand.self, NewBankCommand.self])
}
