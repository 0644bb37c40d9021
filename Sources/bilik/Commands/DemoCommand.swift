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

    @OptionGroup var folder: DataOptions
    @OptionGroup var content: ContentOptions
    @OptionGroup var serving: ServingOptions
    @OptionGroup var file: FileOption

    @Option(help: "How many people to make up, 60 to 5000.")
    var people = 1200

    func validate() throws {
        guard (60...5000).contains(people) else { throw ValidationError("--people takes 60 to 5000.") }
    }

    func run() async throws {
        // On a terminal the address and the accounts must not drown in the lines of requests.
        let settings = try Settings(folder, content, serving, file: file, standards: [.logLevel: "notice"])
        guard ["127.0.0.1", "localhost", "::1"].contains(settings.host) else {
            throw CommandFailure("The demo's passwords are public, so it serves 127.0.0.1 only: use `bilik serve`.")
        }
        LogLines.begin(at: settings.logLevel)
        let logger = Logger(label: "bilik")
        Settings.warnOfUnknownVariables(logger)
        let data = try DataFolder(creating: settings.data)
        let lock = try DataLock(data)
        let served = ServedContent(folders: settings.content, data: data, logger: logger)
        let (shelf, stamp) = try served.open()
        let passwords = PasswordHasher()
        if !data.hasDatabase { try await build(data, shelf.current, passwords, zone: settings.zone) }
        let database = try await data.open(zone: settings.zone)
        guard try await database.read({ try $0.isDemoWorld() }) else {
            throw CommandFailure(
                "\(data.path) holds real people, whom the demo would serve without a second factor: name another "
                    + "folder with --data.")
        }
        var site = Site.Settings()
        site.publicAddress = "http://\(settings.host):\(settings.port)"
        site.isDemo = true
        var rules = settings.rules
        rules.asksSecondFactor = false
        let bilik = Bilik(
            database: database, contents: shelf, passwords: passwords, logger: logger, rules: rules)
        let address = site.publicAddress
        try await Server(
            bilik: bilik, site: site, settings: settings,
            watch: ContentWatch(content: served, shelf: shelf, stamp: stamp), logger: logger,
            whenListening: { Self.greet(address) }
        ).run()
        withExtendedLifetime(lock) {}
    }

    /// Builds beside the final name, so that a start that was broken off leaves no half world behind.
    private func build(
        _ data: DataFolder, _ content: Content, _ passwords: PasswordHasher, zone: TimeZone
    ) async throws {
        StandardOutput.write("Building the demo world in \(data.path) …")
        let half = data.database + ".half"
        try data.remove(half)
        let database = try Database(file: half, durability: .none, zone: zone, clock: { Date() })
        try await Migrator.migrate(database)
        let hash = try await passwords.hash(Self.password).encoded
        try await ProgressLine.whileRunning("Building the demo world") {
            _ = try await DemoWorld.build(
                people: people, in: database, content: content, passwordHash: hash, now: Date())
        }
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
