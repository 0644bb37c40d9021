import ArgumentParser

struct CertificateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "certificate", abstract: "Checks certificates.", subcommands: [CertificateVerifyCommand.self])
}
