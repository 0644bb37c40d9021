import ArgumentParser

struct ExamCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "exam", abstract: "Looks after exams before they are published.",
        subcommands: [ExamAuditCommand.self])
}
