import ArgumentParser

struct AccountCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account", abstract: "Makes accounts, gives roles, and helps whoever cannot get in.",
        subcommands: [
            AccountCreateCommand.self, AccountRolesCommand.self, AccountActivationCodeCommand.self,
            AccountResetSecondFactorCommand.self,
        ])
}
