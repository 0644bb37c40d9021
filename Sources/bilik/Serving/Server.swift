import Hummingbird
import Logging
import ServiceLifecycle
import Storage
import UseCases
import Web

/// The running server: the site, and what happens without anybody asking.
struct Server {
    let bilik: Bilik
    let site: Site.Settings
    let settings: Settings
    let watch: ContentWatch
    let logger: Logger
    var whenListening: @Sendable () -> Void = {}

    /// Serves until the process is asked to stop, and then finishes what runs.
    func run() async throws {
        let site = try Site(bilik: bilik, settings: site)
        let whenListening = whenListening
        let application = Application(
            router: site.router().router,
            configuration: ApplicationConfiguration(
                address: .hostname(settings.host, port: settings.port), serverName: "bilik"),
            services: [Housekeeping(bilik: bilik, logger: logger), watch],
            onServerRunning: { _ in whenListening() },
            logger: logger)
        try await application.runService()
        try bilik.database.close()
    }
}
