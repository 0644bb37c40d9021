import ArgumentParser
import Courseware
import Foundation
import Logging
import Storage
import UseCases
import Web

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Builds a made-up world on first start and serves it on this machine alone.")

    static let password = "bilik-demo-2026"

    @OptionGroup var content: ContentOptions
    @OptionGroup var serving: ServingOptions

    @Option(help: "How many people to make up, 60 to 5000.")
    var people = 1200

    func validate() throws {
        guard ["127.0.0.1", "localhost", "::1"].contains(serving.host) else {
            throw ValidationError("The demo's password is public: it serves 127.0.0.1 only. Use `bilik serve`.")
        }
        guard (60...5000).contains(people) else { throw ValidationError("--people takes 60 to 5000.") }
    }

    func run() async throws {
        let (loaded, problems) = ContentLoader.load(content.folders)
        guard let loaded else {
            for problem in problems { StandardError.write(problem.description) }
            throw ValidationError("The content has faults: mend them and run `bilik check`.")
        }
        let data = try DataFolder(creating: serving.data)
        let passwords = PasswordHasher()
        if !data.hasDatabase { try await build(data, loaded, passwords) }
        let database = try Database(file: data.database, zone: try serving.zone(), clock: { Date() })
        var settings = Site.Settings()
        settings.publicAddress = "http://\(serving.host):\(serving.port)"
        settings.isDemo = true
        var rules = Bilik.Rules()
        rules.asksSecondFactor = false
        let bilik = Bilik(
            database: database, contents: ContentShelf(loaded, problems: problems), passwords: passwords,
            logger: Logger(label: "bilik"), rules: rules)
        let address = settings.publicAddress
        try await Server(
            bilik: bilik, settings: settings, host: serving.host, port: serving.port, logger: bilik.logger,
            whenListening: { Self.greet(address) }
        ).run()
    }

    /// Builds beside the final name, so that a start that was broken off leaves no half world behind.
    private func build(_ data: DataFolder, _ content: Content, _ passwords: PasswordHasher) async throws {
        StandardOutput.write("Building the demo world in \(data.path) …")
        let half = data.database + ".half"
        try data.remove(half)
        let database = try Database(file: half, durability: .none, zone: try serving.zone(), clock: { Date() })
        try await Migrator.migrate(database)
        _ = try await DemoWorld.build(
            people: people, in: database, content: content,
            passwordHash: try await passwords.hash(Self.password).encoded, now: Date())
        try database.close()
        try FileManager.default.moveItem(atPath: half, toPath: data.database)
        try data.remove(half)
    }

    private static func greet(_ address: String) {
        StandardOutput.write(
            """

            Bilik is at \(address)

              Demo accounts (password of all: \(password))
                learner     a civil servant: courses, practice, exams, certificates
                hr          HR officer: who is certified, who is late, importing staff
                reporter    reporting officer of an e-government unit
                controller  Electronic Controller: every unit, as figures
                author      content and its faults
                admin       accounts, roles, audit log

              Try first: sign in as learner and go on with the course; then sit the exam under
              "Sertifikatlarım" and look at the certificate. Stop with Ctrl-C.

            """)
    }
}
