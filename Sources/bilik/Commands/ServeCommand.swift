import ArgumentParser
import Logging
import Storage
import UseCases
import Web

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serves the site from a migrated database.",
        discussion: """
            Every option can also stand in the environment (BILIK_PORT) or in a settings file (port: 8080). SIGTERM \
            and Ctrl-C end the server after it has answered what it was asked.
            """)

    @OptionGroup var folder: DataOptions
    @OptionGroup var content: ContentOptions
    @OptionGroup var serving: ServingOptions
    @OptionGroup var file: FileOption

    func run() async throws {
        let settings = try Settings(folder, content, serving, file: file)
        LogLines.begin(at: settings.logLevel)
        let logger = Logger(label: "bilik")
        Settings.warnOfUnknownVariables(logger)
        let data = try DataFolder(existing: settings.data)
        let lock = try DataLock(data)
        let database = try await data.open(zone: settings.zone)
        guard try await !database.read({ try $0.isDemoWorld() }) else {
            throw CommandFailure(
                "\(data.path) holds the demo's world, whose passwords are public: serve it with `bilik demo`, or name "
                    + "another folder with --data.")
        }
        let served = ServedContent(folders: settings.content, data: data, logger: logger)
        let (shelf, stamp) = try served.open()
        var site = Site.Settings()
        site.publicAddress = settings.publicAddress
        site.trustedProxies = settings.trustedProxies
        let bilik = Bilik(
            database: database, contents: shelf, passwords: PasswordHasher(), logger: logger, rules: settings.rules)
        try await Server(
            bilik: bilik, site: site, settings: settings,
            watch: ContentWatch(content: served, shelf: shelf, stamp: stamp), logger: logger
        ).run()
        withExtendedLifetime(lock) {}
    }
}
