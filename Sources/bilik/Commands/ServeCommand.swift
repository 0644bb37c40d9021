import ArgumentParser
import Courseware
import Foundation
import Logging
import Storage
import UseCases
import Web

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serves the site from a migrated database.")

    @OptionGroup var content: ContentOptions
    @OptionGroup var serving: ServingOptions

    func run() async throws {
        let logger = Logger(label: "bilik")
        let data = try DataFolder(creating: serving.data)
        let database = try Database(file: data.database, zone: try serving.zone(), clock: { Date() })
        guard try await Migrator.version(of: database) == Migrator.newest else {
            throw ValidationError("The database has another schema than this program: run `bilik migrate` first.")
        }
        let (loaded, problems) = ContentLoader.load(content.folders)
        guard let loaded else {
            for problem in problems { StandardError.write(problem.description) }
            throw ValidationError("The content has faults: mend them and run `bilik check`.")
        }
        var settings = Site.Settings()
        settings.publicAddress = serving.publicAddress ?? "http://\(serving.host):\(serving.port)"
        settings.trustedProxies = try TrustedProxies(serving.trustedProxy ?? "")
        let bilik = Bilik(
            database: database, contents: ContentShelf(loaded, problems: problems), passwords: PasswordHasher(),
            logger: logger)
        try await Server(bilik: bilik, settings: settings, host: serving.host, port: serving.port, logger: logger)
            .run()
    }
}

/// Where the server listens and keeps its data.
struct ServingOptions: ParsableArguments {
    @Option(help: "Folder of the database.")
    var data = "data"

    @Option(help: "Address to listen on.")
    var host = "127.0.0.1"

    @Option(help: "Port to listen on.")
    var port = 8080

    @Option(help: "The address by which the public reaches the server; certificates carry it.")
    var publicAddress: String?

    @Option(help: "Networks whose X-Forwarded-For and -Proto are believed, as CIDR, separated by commas.")
    var trustedProxy: String?

    @Option(help: "The state's time zone.")
    var timezone = "Asia/Baku"

    func zone() throws -> TimeZone {
        guard let zone = TimeZone(identifier: timezone) else {
            throw ValidationError("There is no time zone \(timezone): name one such as Asia/Baku.")
        }
        return zone
    }
}
