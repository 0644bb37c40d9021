import ArgumentParser

struct PeopleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "people", abstract: "Brings staff lists in.", subcommands: [PeopleImportCommand.self])
}
