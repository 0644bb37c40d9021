import Courseware
import Crypto
import Hummingbird
import Organization
import Storage
import UseCases

/// Help, privacy notice, accessibility statement: texts that the program carries in every language.
struct TextRoutes {
    let site: Site

    func add(to routes: inout Routes) {
        routes.open("/help", help)
        routes.open("/privacy") { _, context in try text("privacy", context.visit) }
        routes.open("/accessibility") { _, context in try text("accessibility", context.visit) }
        routes.open("/about") { _, context in try text("about", context.visit) }
        routes.pageBeforePrivacyNotice("/privacy/acknowledge", notice)
        routes.formBeforePrivacyNotice("/privacy/acknowledge", acknowledge)
    }

    /// The help for learners, and below it the help for each role that the visitor holds.
    @Sendable private func help(request: Request, context: VisitContext) async throws -> Response {
        var names = ["help-learner"]
        if let viewer = context.visit.viewer {
            names += Role.Kind.allCases.filter(viewer.has).map { "help-\($0.rawValue)" }
        }
        return site.page(
            try TextPage(names: names, language: context.visit.language), for: context.visit)
    }

    @Sendable private func notice(request: Request, context: ViewerContext) async throws -> Response {
        let to = QueryText.ownPath(request.uri.queryParameters["to"].map(String.init) ?? "/")
        return site.page(
            PrivacyNoticePage(
                text: try TextPage(names: ["privacy"], language: context.visit.language), to: to,
                digest: try PrivacyNotice.digest()), for: context.visit)
    }

    @Sendable private func acknowledge(form: FormFields, context: ViewerContext) async throws -> Response {
        let (digest, person) = (try PrivacyNotice.digest(), context.viewer.person)
        // Only the text that was shown can be acknowledged.
        guard form["digest"] == digest else { return .seeOther("/privacy/acknowledge") }
        try await site.bilik.database.write { transaction in
            try transaction.acknowledgePrivacyNotice(digest, by: person)
            try transaction.audit(.privacyAcknowledged, by: person, about: [person], detail: digest)
        }
        return .seeOther(QueryText.ownPath(form["to"]))
    }

    private func text(_ name: String, _ visit: Visit) throws -> Response {
        site.page(try TextPage(names: [name], language: visit.language), for: visit)
    }
}

/// Which text people have acknowledged: it changes when a word of the notice does.
enum PrivacyNotice {
    static func digest() throws -> String {
        try digestOnce.get()
    }

    private static let digestOnce = Result {
        var hash = SHA256()
        for language in Language.allCases {
            hash.update(data: try Resources.data("texts/privacy.\(language.rawValue).md"))
        }
        return hash.finalize().prefix(8).map { byte in
            let hex = String(byte, radix: 16)
            return hex.count == 1 ? "0" + hex : hex
        }.joined()
    }
}
