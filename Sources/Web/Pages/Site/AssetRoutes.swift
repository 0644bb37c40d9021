import HTTPTypes
import Hummingbird
import NIOCore

/// Style sheet, script and icon.
struct AssetRoutes {
    let site: Site

    func add(to routes: inout Routes) {
        routes.open("/assets/:name", asset)
        routes.open("/favicon.ico") { _, _ in .redirect(to: site.assets.path(of: "star.svg"), type: .permanent) }
    }

    @Sendable private func asset(request: Request, context: VisitContext) async throws -> Response {
        guard let asset = site.assets.asset(at: request.uri.path) else { throw Refusal.notFound }
        var headers: HTTPFields = [
            .contentType: asset.contentType, .eTag: asset.tag, .vary: "Accept-Encoding",
            // The address holds a digest of the content, so it never means anything else.
            .cacheControl: "public, max-age=31536000, immutable",
        ]
        if request.headers[.ifNoneMatch] == asset.tag { return Response(status: .notModified, headers: headers) }
        guard let small = asset.compressed, request.headers[.acceptEncoding]?.contains("gzip") == true else {
            return Response(
                status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: asset.bytes)))
        }
        headers[.contentEncoding] = "gzip"
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: small)))
    }
}
