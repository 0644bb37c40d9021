import ArgumentParser

@main
struct BilikCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bilik",
        abstract: "Trains and certifies civil servants in ICT, and reports on e-government units.",
        subcommands: [
            DemoCommand.self, ServeCommand.self, MigrateCommand.self, AccountCommand.self, PeopleCommand.self,
            CheckCommand.self, NewCommand.self, ReportCommand.self, ItemsCommand.self, CertificateCommand.self,
            CalibrateCommand.self, ScoreCommand.self, SimulateCommand.self, ClassifyCommand.self, ExamCommand.self,
            BackupCommand.self, RestoreCommand.self, AuditCommand.self,
        ])
}
