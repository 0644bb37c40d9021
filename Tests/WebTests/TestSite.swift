import Foundation
import Hummingbird
import HummingbirdTesting
import Logging
import Organization
import Storage
import TestSupport
import UseCases
import Web

/// The site on the small world, where everybody has an account: `learner`, `hr`, `reporter`, `controller`, `author`,
/// `admin`.
struct TestSite {
    static let password = "yağış üç gün kəsmədi"

    let world: SmallWorld
    let bilik: Bilik
    let site: Site

    init(rules: Bilik.Rules = withoutSecondFactor, settings: Site.Settings = .init()) async throws {
        let world = try await SmallWorld()
        self.world = world
        bilik = Bilik(
            database: world.database, contents: ContentShelf(world.content),
            passwords: PasswordHasher(cost: .forTests), logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            rules: rules)
        site = try Site(bilik: bilik, settings: settings)
        let hash = try PasswordHash.make(password: Self.password, cost: .forTests).encoded
        let viewers = [
            ("learner", world.learner), ("hr", world.hr), ("reporter", world.reporter),
            ("controller", world.controller), ("author", world.author), ("admin", world.administrator),
        ]
        try await world.database.write { transaction in
            for (name, viewer) in viewers { try transaction.setPassword(of: viewer.person, userName: name, hash: hash) }
        }
    }

    /// As in the demo; what second factors do is tested for itself.
    static var withoutSecondFactor: Bilik.Rules {
        var rules = Bilik.Rules()
        rules.asksSecondFactor = false
        return rules
    }

    /// Lets browsers at the router.
    func visit<Value>(_ body: @Sendable (any TestClientProtocol) async throws -> Value) async throws -> Value {
        try await Application(router: site.router().router).test(.router, body)
    }

    /// A visit by one person, signed in; by nobody without a name.
    func visit<Value>(
        as userName: String?, _ body: @Sendable (Browser) async throws -> Value
    ) async throws -> Value {
        try await visit { client in
            let browser = Browser(client)
            if let userName { try await browser.signIn(userName) }
            return try await body(browser)
        }
    }
}
