import ArgumentParser

struct ItemsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "items", abstract: "Keeps what is known of the questions' difficulty.",
        subcommands: [ItemsFitCommand.self, ItemsDIFCommand.self, ItemsLinkCommand.self, ItemsReleaseCommand.self])
}
