import Hummingbird
import NIOCore
import Storage
import UseCases

/// What load balancers ask: whether the process lives, and whether it can serve.
struct HealthRoutes {
    let site: Site

    func add(to routes: inout Routes) {
        routes.open("/healthz") { _, _ in Self.answer(.ok, "ok\n") }
        routes.open("/readyz") { _, _ in
            let version = try? await Migrator.version(of: site.bilik.database)
            return version == Migrator.newest
                ? Self.answer(.ok, "ready\n")
                : Self.answer(.serviceUnavailable, "the database does not answer, or its schema is another version\n")
        }
    }

    private static func answer(_ status: HTTPResponse.Status, _ text: String) -> Response {
        Response(
            status: status, headers: [.contentType: "text/plain; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
