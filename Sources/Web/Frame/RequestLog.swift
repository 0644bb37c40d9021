import HTTPTypes
import Hummingbird
import Logging

/// Writes one line for each request: what was asked for, how it ended and how long it took.
///
/// No line holds who asked, from where or what they typed. The path is the route's own (`/accounts/{person}`), because
/// the one in the address names people by their numbers and certificates by their codes; only where no route took the
/// request is the address's path all there is to say, without its query.
struct RequestLog: RouterMiddleware {
    typealias Context = VisitContext

    func handle(
        _ request: Request, context: VisitContext, next: (Request, VisitContext) async throws -> Response
    ) async throws -> Response {
        let clock = ContinuousClock()
        let start = clock.now
        var response = try await next(request, context)
        response.headers[Self.requestID] = context.id
        let path = Self.route(context) ?? Self.shortened(request.uri.path)
        // What load balancers and browsers fetch by themselves would drown the rest.
        let level: Logger.Level = Self.isRoutine(path) && response.status.code < 500 ? .debug : .info
        context.logger.log(
            level: level, "request",
            metadata: [
                "method": .string(request.method.rawValue), "path": .string(path),
                "status": .stringConvertible(response.status.code),
                "ms": .stringConvertible((clock.now - start).milliseconds),
            ])
        return response
    }

    /// Nothing where no route took the request, which the router calls an endpoint of its own.
    private static func route(_ context: VisitContext) -> String? {
        context.endpointPath.flatMap { $0.hasPrefix("/") ? $0 : nil }
    }

    /// A request that came to nothing may carry any length of path.
    private static func shortened(_ path: String) -> String { path.count > 120 ? path.prefix(120) + "…" : path }

    private static func isRoutine(_ path: String) -> Bool {
        path == "/healthz" || path == "/readyz" || path == "/favicon.ico" || path.hasPrefix("/assets/")
    }

    private static let requestID = HTTPField.Name("X-Request-Id") ?? .userAgent
}

extension Duration {
    /// To a tenth.
    fileprivate var milliseconds: Double {
        let (seconds, attoseconds) = components
        return Double(seconds * 10_000 + attoseconds / 100_000_000_000_000) / 10
    }
}
