package import Hummingbird
import NIOCore
import Organization
import Storage
import UseCases

/// One request of anybody: who asks, in which language, from where.
package struct VisitContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// The peer's address, before proxies are looked through.
    let peer: String
    var visit = Visit()

    package init(source: Source) {
        coreContext = CoreRequestContextStorage(source: source)
        peer = source.channel.remoteAddress?.ipAddress ?? "127.0.0.1"
    }
}

/// What the session middleware found out about a request.
struct Visit: Sendable {
    var address = ""
    var isSecure = false
    var language = Language.az
    /// The content language that a reader of the Russian interface has chosen over Azerbaijani.
    var prefersEnglishText = false
    var session: OpenSession?
    /// The token that every form of this visit must carry.
    var formToken = ""
    /// The path and query of this page, for links that come back to it.
    var location = "/"

    /// A session together with the token that the browser holds.
    struct OpenSession: Sendable {
        let token: SecretToken
        let record: SessionRecord
    }

    /// The person behind the visit, once fully signed in.
    var viewer: Viewer? {
        guard let record = session?.record, !record.awaitsSecondFactor else { return nil }
        return record.viewer
    }

    /// Sends a signed-in person who has not acknowledged the present privacy notice to it.
    func requireNotice() throws {
        guard let session, session.record.acknowledgedPrivacyNotice != (try PrivacyNotice.digest()) else { return }
        throw Refusal.acknowledgePrivacyFirst(back: location)
    }

    var text: ContentLanguage { language == .ru && prefersEnglishText ? .en : language.content }
}

/// A request of somebody who is signed in: below this context nobody has to ask whether there is a viewer.
package struct ViewerContext: ChildRequestContext {
    package var coreContext: CoreRequestContextStorage
    let visit: Visit
    let viewer: Viewer
    let session: SecretToken

    package init(context: VisitContext) throws {
        coreContext = context.coreContext
        visit = context.visit
        guard let viewer = context.visit.viewer, let session = context.visit.session else {
            throw Refusal.signInFirst(back: context.visit.location)
        }
        self.viewer = viewer
        self.session = session.token
    }
}
