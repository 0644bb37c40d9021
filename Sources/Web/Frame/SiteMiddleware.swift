import FoundationEssentials
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Organization
import Storage
import UseCases

/// Finds out who is visiting, and gives every answer its headers, its compression and, where it went wrong, its page.
struct SiteMiddleware: RouterMiddleware {
    typealias Context = VisitContext

    let site: Site
    let routes: Routes

    func handle(
        _ request: Request, context: VisitContext, next: (Request, VisitContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        var response: Response
        do {
            context.visit = try await visit(request, context)
            response = try await next(request, context)
        } catch {
            response = site.answer(to: refusal(behind: error, request), request: request, context: context)
        }
        setHeaders(of: &response, visit: context.visit, request: request)
        return try await compressed(response, for: request)
    }

    /// The router answers a wrong method as if there were no such page.
    private func refusal(behind error: any Error, _ request: Request) -> any Error {
        guard let missing = error as? HTTPError, missing.status == .notFound else { return error }
        let allowed = routes.methods(of: request.uri.path)
        guard !allowed.isEmpty, !allowed.contains(request.method.rawValue) else { return error }
        return Refusal.wrongMethod(allowed: allowed)
    }

    private func visit(_ request: Request, _ context: VisitContext) async throws -> Visit {
        var visit = Visit()
        let client = site.settings.trustedProxies.client(
            peer: context.peer, forwardedFor: request.headers[Self.forwardedFor],
            forwardedProto: request.headers[Self.forwardedProto])
        visit.address = client.address
        visit.isSecure = client.isSecure
        visit.location = request.uri.description
        // Assets and the checks of load balancers belong to nobody.
        guard !request.uri.path.hasPrefix("/assets/"), request.uri.path != "/healthz" else { return visit }
        let cookies = request.cookies
        if let token = cookies[Cookies.session].flatMap({ SecretToken(text: $0.value) }),
            let record = try await site.bilik.session(token)
        {
            visit.session = Visit.OpenSession(token: token, record: record)
        }
        visit.language = language(request, visit.session?.record.viewer)
        visit.prefersEnglishText = cookies[Cookies.text]?.value == "en"
        visit.formToken = visit.session?.record.csrfToken ?? cookies[Cookies.visit]?.value ?? ""
        if visit.formToken.isEmpty { visit.formToken = SecretToken().text }
        return visit
    }

    private func language(_ request: Request, _ viewer: Viewer?) -> Language {
        if let chosen = request.cookies[Cookies.language].flatMap({ Language(rawValue: $0.value) }) { return chosen }
        if let viewer { return viewer.language }
        let accepted = request.headers[.acceptLanguage] ?? ""
        let preferred = accepted.split(separator: ",").lazy
            .compactMap { Language(rawValue: String($0.prefix { $0.isLetter || $0 == " " }).trimmingBlanks) }.first
        return preferred ?? .az
    }

    private func setHeaders(of response: inout Response, visit: Visit, request: Request) {
        response.headers[.contentSecurityPolicy] = Self.policy
        response.headers[.xContentTypeOptions] = "nosniff"
        response.headers[Self.referrerPolicy] = "same-origin"
        response.headers[Self.permissionsPolicy] = "camera=(), microphone=(), geolocation=()"
        if visit.isSecure { response.headers[.strictTransportSecurity] = "max-age=31536000" }
        let isPage = response.headers[.contentType]?.hasPrefix("text/html") == true
        guard isPage else { return }
        response.headers[.contentLanguage] = visit.language.rawValue
        // A form of an anonymous visitor proves itself against this cookie.
        if visit.session == nil, request.cookies[Cookies.visit] == nil {
            response.setCookie(Cookies.make(Cookies.visit, visit.formToken, isSecure: visit.isSecure))
        }
    }

    /// Compresses what is worth it, for whoever takes it.
    private func compressed(_ response: Response, for request: Request) async throws -> Response {
        guard let length = response.body.contentLength, length > 860,
            response.headers[.contentEncoding] == nil,
            let type = response.headers[.contentType],
            type.hasPrefix("text/") || type.hasPrefix("application/json") || type.hasPrefix("image/svg"),
            request.headers[.acceptEncoding]?.contains("gzip") == true
        else { return response }
        let collector = BodyCollector()
        try await response.body.write(collector)
        var answer = response
        answer.headers[.vary] = "Accept-Encoding"
        guard let small = Gzip.quick.compressed(collector.bytes) else {
            answer.body = ResponseBody(byteBuffer: ByteBuffer(bytes: collector.bytes))
            return answer
        }
        answer.headers[.contentEncoding] = "gzip"
        answer.headers[.contentLength] = nil
        answer.body = ResponseBody(byteBuffer: ByteBuffer(bytes: small))
        return answer
    }

    private static let policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; form-action 'self'; "
        + "base-uri 'none'; frame-ancestors 'none'"
    private static let forwardedFor = HTTPField.Name("X-Forwarded-For") ?? .userAgent
    private static let forwardedProto = HTTPField.Name("X-Forwarded-Proto") ?? .userAgent
    private static let referrerPolicy = HTTPField.Name("Referrer-Policy") ?? .userAgent
    private static let permissionsPolicy = HTTPField.Name("Permissions-Policy") ?? .userAgent
}

/// Gathers a body that was made in memory.
private final class BodyCollector: ResponseBodyWriter {
    var bytes: [UInt8] = []

    func write(_ buffer: ByteBuffer) async throws {
        bytes.append(contentsOf: buffer.readableBytesView)
    }

    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}

extension String {
    fileprivate var trimmingBlanks: String { String(drop { $0 == " " }) }
}
