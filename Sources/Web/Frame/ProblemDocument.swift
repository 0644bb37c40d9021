import HTTPTypes
import Hummingbird
import NIOCore
import Storage

/// What a program reads where it asked for data and there is none: problem details of RFC 9457.
struct ProblemDocument: Encodable, Sendable {
    let title: String
    let status: Int
    let detail: String

    init(_ status: HTTPResponse.Status, title: String, detail: String) {
        self.title = title
        self.status = status.code
        self.detail = detail
    }

    func response() throws -> Response {
        Response(
            status: HTTPResponse.Status(code: status),
            headers: [.contentType: "application/problem+json; charset=utf-8", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: try JSONText.of(self))))
    }
}
