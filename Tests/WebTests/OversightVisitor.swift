import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import Organization
import Storage
import TestSupport
import UseCases
import Web

/// Somebody of the small world in front of the pages of oversight, signed in and with the privacy notice read.
struct OversightVisitor {
    private let client: any TestClientProtocol
    private let session: String

    struct Answer {
        let status: HTTPResponse.Status
        let headers: HTTPFields
        let text: String
    }

    func get(_ path: String) async throws -> Answer { try await send(.get, path, body: nil) }

    /// Sends a form as the page would: with the token of that session.
    func post(_ path: String, _ fields: [String: String]) async throws -> Answer {
        let body = fields.merging(["form_token": Self.mask(Self.token)]) { given, _ in given }
            .map { "\($0.key)=\(Self.escaped($0.value))" }.joined(separator: "&")
        return try await send(.post, path, body: body)
    }

    private func send(_ method: HTTPRequest.Method, _ path: String, body: String?) async throws -> Answer {
        var headers: HTTPFields = [.cookie: "bilik_session=\(session)"]
        if body != nil { headers[.contentType] = "application/x-www-form-urlencoded" }
        return try await client.execute(
            uri: path, method: method, headers: headers, body: body.map { ByteBuffer(string: $0) }
        ) { response in
            Answer(status: response.status, headers: response.headers, text: String(buffer: response.body))
        }
    }

    private static let token = "the-token-of-this-session"

    /// Any mask will do: here all zeros.
    private static func mask(_ token: String) -> String {
        String(repeating: "00", count: token.utf8.count)
            + token.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private static func escaped(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? text
    }
}

extension SmallWorld {
    /// Lets somebody walk through the site of this world.
    func visit(as viewer: Viewer, _ walk: @escaping @Sendable (OversightVisitor) async throws -> Void) async throws {
        let bilik = Bilik(
            database: database, contents: ContentShelf(content), passwords: PasswordHasher(),
            logger: Logger(label: "test"))
        let site = try Site(bilik: bilik, settings: Site.Settings())
        let application = Application(router: site.router().router)
        let token = SecretToken()
        try await application.test(.router) { client in
            try await walk(try await OversightVisitor.signedIn(viewer, token: token, in: self, client: client))
        }
    }
}

extension OversightVisitor {
    fileprivate static func signedIn(
        _ viewer: Viewer, token: SecretToken, in world: SmallWorld, client: any TestClientProtocol
    ) async throws -> OversightVisitor {
        try await world.on {
            // Nobody signs in with a password here, so none is hashed.
            try $0.setPassword(of: viewer.person, userName: "visitor-\(viewer.person)", hash: "none")
            try $0.addSession(
                tokenHash: token.hashed, person: viewer.person, csrfToken: Self.token, awaitsSecondFactor: false)
        }
        let visitor = OversightVisitor(client: client, session: token.text)
        let notice = try await visitor.get("/privacy/acknowledge")
        let digest = try found(notice.text.firstMatch(of: /name="digest" value="([^"]+)"/)?.1)
        _ = try await visitor.post("/privacy/acknowledge", ["digest": String(digest), "to": "/"])
        return visitor
    }
}
