import Courseware
import Logging
package import UseCases

/// What the pages of one server share.
package struct Site: Sendable {
    package let bilik: Bilik
    let templates: Templates
    let assets: Assets
    let settings: Settings
    let frames = FragmentCache<Layout.Kind, Frame>()
    let questionFields = FragmentCache<QuestionView.Kind, String>()
    let selfChecks = FragmentCache<SelfCheckView.Kind, String>()

    /// What an installation may set about its pages.
    package struct Settings: Sendable {
        /// The address by which the public reaches the server, without a slash at its end; certificates carry it.
        package var publicAddress = "http://127.0.0.1:8080"
        /// Whose `X-Forwarded-For` and `-Proto` are believed.
        package var trustedProxies = TrustedProxies.none
        /// Whether this is the demo, which says so on every page.
        package var isDemo = false

        package init() {}
    }

    /// Reads templates, words and assets; refuses to start with a fault in one of them.
    package init(bilik: Bilik, settings: Settings) throws {
        self.bilik = bilik
        self.settings = settings
        assets = try Assets.load()
        templates = try Templates.load(assets: assets)
    }
}
