import HTTPTypes
import Hummingbird
import NIOCore
import Storage

/// The list of all routes, each with who may use it: what the server answers and what the access test walks.
package struct Routes {
    package struct Entry: Hashable, Sendable {
        package let method: String
        package let path: String
        package let access: Access

        /// Whether an address is one of this route's.
        func matches(_ address: String) -> Bool {
            let (own, asked) = (path.split(separator: "/"), address.split(separator: "/"))
            return own.count == asked.count && zip(own, asked).allSatisfy { $0.hasPrefix(":") || $0 == $1 }
        }
    }

    package private(set) var entries: [Entry] = []
    let site: Site
    private var handlers: [VisitHandler] = []

    init(site: Site) {
        self.site = site
    }

    /// Puts every route into the router, behind the middleware that it has by then.
    func install(in router: Router<VisitContext>) {
        for (entry, handler) in zip(entries, handlers) {
            guard let method = HTTPRequest.Method(rawValue: entry.method) else { continue }
            router.on(RouterPath(entry.path), method: method, use: handler)
            guard method == .get else { continue }
            router.on(RouterPath(entry.path), method: .head) { request, context in
                try await handler(request, context).createHeadResponse()
            }
        }
    }

    /// The methods that an address takes; none where there is no such page.
    func methods(of address: String) -> [String] {
        let found = Set(entries.lazy.filter { $0.matches(address) }.map(\.method))
        return (found.contains("GET") ? found.union(["HEAD"]) : found).sorted()
    }

    typealias VisitHandler = @Sendable (Request, VisitContext) async throws -> Response
    typealias ViewerHandler = @Sendable (Request, ViewerContext) async throws -> Response
    typealias VisitFormHandler = @Sendable (FormFields, VisitContext) async throws -> Response
    typealias ViewerFormHandler = @Sendable (FormFields, ViewerContext) async throws -> Response

    /// A page for anybody.
    mutating func open(_ path: String, _ handler: @escaping VisitHandler) {
        add(.get, path, .everyone, handler)
    }

    /// A page for whoever `access` admits.
    mutating func page(_ path: String, _ access: Access = .signedIn, _ handler: @escaping ViewerHandler) {
        add(.get, path, access) { request, context in
            try await handler(request, try Self.admitted(context, by: access))
        }
    }

    /// A page that stays open to people who have not acknowledged the privacy notice yet: the notice itself.
    mutating func pageBeforePrivacyNotice(_ path: String, _ handler: @escaping ViewerHandler) {
        add(.get, path, .signedIn) { request, context in
            try await handler(request, try Self.admitted(context, by: .signedIn, beforeNotice: true))
        }
    }

    /// The form of such a page.
    mutating func formBeforePrivacyNotice(_ path: String, _ handler: @escaping ViewerFormHandler) {
        add(.post, path, .signedIn) { request, context in
            let viewerContext = try Self.admitted(context, by: .signedIn, beforeNotice: true)
            return try await handler(try await Self.fields(of: request, in: context), viewerContext)
        }
    }

    /// A form that anybody may send.
    mutating func openForm(_ path: String, _ handler: @escaping VisitFormHandler) {
        add(.post, path, .everyone) { request, context in
            try await handler(try await Self.fields(of: request, in: context), context)
        }
    }

    /// A form for whoever `access` admits.
    mutating func form(_ path: String, _ access: Access = .signedIn, _ handler: @escaping ViewerFormHandler) {
        add(.post, path, access) { request, context in
            let viewerContext = try Self.admitted(context, by: access)
            return try await handler(try await Self.fields(of: request, in: context), viewerContext)
        }
    }

    /// A form that carries a file, as `multipart/form-data`.
    mutating func upload(
        _ path: String, _ access: Access, mostBytes: Int,
        _ handler: @escaping @Sendable (MultipartForm, ViewerContext) async throws -> Response
    ) {
        add(.post, path, access) { request, context in
            let viewerContext = try Self.admitted(context, by: access)
            return try await handler(
                try await Self.multipart(of: request, in: context, mostBytes: mostBytes), viewerContext)
        }
    }

    private mutating func add(
        _ method: HTTPRequest.Method, _ path: String, _ access: Access, _ handler: @escaping VisitHandler
    ) {
        entries.append(Entry(method: method.rawValue, path: path, access: access))
        handlers.append(handler)
    }

    private static func admitted(
        _ context: VisitContext, by access: Access, beforeNotice: Bool = false
    ) throws -> ViewerContext {
        if context.visit.session?.record.awaitsSecondFactor == true { throw Refusal.secondFactorFirst }
        let viewerContext = try ViewerContext(context: context)
        guard access.admits(viewerContext.viewer) else { throw Refusal.notFound }
        if !beforeNotice { try context.visit.requireNotice() }
        return viewerContext
    }

    private static func fields(of request: Request, in context: VisitContext) async throws -> FormFields {
        let text = try await body(of: request, mostBytes: 256 * 1024)
        guard let text = String(validating: text, as: UTF8.self), let fields = FormFields(encoded: text) else {
            throw Refusal.badForm
        }
        guard FormToken.matches(fields.exact("form_token"), context.visit.formToken) else {
            throw Refusal.formExpired
        }
        return fields
    }

    private static func multipart(
        of request: Request, in context: VisitContext, mostBytes: Int
    ) async throws -> MultipartForm {
        guard let type = request.headers[.contentType], let boundary = MultipartForm.boundary(inContentType: type)
        else { throw Refusal.badForm }
        let bytes = try await body(of: request, mostBytes: mostBytes)
        let form: MultipartForm
        do {
            form = try MultipartForm(bytes: bytes, boundary: boundary)
        } catch {
            throw Refusal.badForm
        }
        guard FormToken.matches(form.text("form_token") ?? "", context.visit.formToken) else {
            throw Refusal.formExpired
        }
        return form
    }

    private static func body(of request: Request, mostBytes: Int) async throws -> [UInt8] {
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > mostBytes {
            throw Refusal.tooLarge
        }
        do {
            return [UInt8](buffer: try await request.body.collect(upTo: mostBytes))
        } catch is NIOTooManyBytesError {
            throw Refusal.tooLarge
        }
    }
}
