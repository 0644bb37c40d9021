import HTTPTypes
import HummingbirdTesting
import NIOCore

/// One visitor's browser before the router: keeps cookies, and sends the form token that it last read.
final class Browser {
    /// What came back: status, headers, text.
    struct Answer {
        let status: Int
        let headers: HTTPFields
        let bytes: [UInt8]

        var text: String { String(decoding: bytes, as: UTF8.self) }

        /// Where the browser is sent on to.
        var location: String? { headers[.location] }

        var isPage: Bool { headers[.contentType]?.hasPrefix("text/html") == true }

        var asksToSignIn: Bool { status == 303 && location?.hasPrefix("/sign-in?to=") == true }

        /// The value of the first field of that name in the page.
        func field(_ name: String) -> String? {
            guard let start = text.firstRange(of: "name=\"\(name)\" value=\"") else { return nil }
            return String(text[start.upperBound...].prefix { $0 != "\"" })
        }
    }

    private let client: any TestClientProtocol
    /// Sent with every request.
    var headers: HTTPFields
    var cookies: [String: String] = [:] {
        didSet {
            // Another session has another token.
            if cookies["bilik_session"] != oldValue["bilik_session"]
                || cookies["bilik_visit"] != oldValue["bilik_visit"]
            {
                formToken = nil
            }
        }
    }
    /// The token of the page that was read last.
    private(set) var formToken: String?

    init(_ client: any TestClientProtocol, headers: HTTPFields = [:]) {
        self.client = client
        self.headers = headers
    }

    func get(_ path: String) async throws -> Answer { try await send(.get, path) }

    /// Sends a form, with the token of the page read last unless another is given; an empty one is left out.
    func post(_ path: String, _ fields: [(String, String)] = [], token: String? = nil) async throws -> Answer {
        if token == nil, formToken == nil { try await readToken() }
        let token = token ?? formToken ?? ""
        let all = token.isEmpty ? fields : fields + [("form_token", token)]
        let text = all.map { "\(Self.escaped($0.0))=\(Self.escaped($0.1))" }.joined(separator: "&")
        return try await send(
            .post, path, body: [UInt8](text.utf8), contentType: "application/x-www-form-urlencoded")
    }

    /// Sends a form with a file, as `multipart/form-data`.
    func upload(
        _ path: String, field: String = "file", fileName: String, _ bytes: [UInt8]
    ) async throws -> Answer {
        if formToken == nil { try await readToken() }
        let head =
            "--border\r\nContent-Disposition: form-data; name=\"form_token\"\r\n\r\n\(formToken ?? "")\r\n--border\r\n"
            + "Content-Disposition: form-data; name=\"\(field)\"; filename=\"\(fileName)\"\r\n"
            + "Content-Type: application/octet-stream\r\n\r\n"
        let body = Array(head.utf8) + bytes + Array("\r\n--border--\r\n".utf8)
        return try await send(.post, path, body: body, contentType: "multipart/form-data; boundary=border")
    }

    func send(
        _ method: HTTPRequest.Method, _ path: String, body: [UInt8]? = nil, contentType: String? = nil
    ) async throws -> Answer {
        var headers = headers
        if !cookies.isEmpty {
            headers[.cookie] = cookies.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(
                separator: "; ")
        }
        if let contentType { headers[.contentType] = contentType }
        let response = try await client.execute(
            uri: path, method: method, headers: headers, body: body.map { ByteBuffer(bytes: $0) }
        ) { $0 }
        keepCookies(of: response.headers)
        let answer = Answer(
            status: response.status.code, headers: response.headers, bytes: [UInt8](response.body.readableBytesView))
        if answer.isPage, let token = answer.field("form_token") { formToken = token }
        return answer
    }

    /// Signs in, and acknowledges the privacy notice where it comes first.
    func signIn(_ userName: String, password: String = TestSite.password) async throws {
        let answer = try await post("/sign-in", [("user_name", userName), ("password", password), ("to", "/")])
        guard answer.status == 303 else { throw NotSignedIn(status: answer.status) }
        try await acknowledgeNotice()
    }

    /// Reads the privacy notice, where it is still unread, and confirms that.
    func acknowledgeNotice() async throws {
        guard try await get("/account").location?.hasPrefix("/privacy/acknowledge") == true else { return }
        let digest = try await get("/privacy/acknowledge").field("digest") ?? ""
        _ = try await post("/privacy/acknowledge", [("digest", digest), ("to", "/")])
    }

    struct NotSignedIn: Error {
        let status: Int
    }

    private func readToken() async throws {
        _ = try await get("/sign-in")
        // Somebody who is signed in already finds one on every page.
        if formToken == nil { _ = try await get("/help") }
    }

    private func keepCookies(of headers: HTTPFields) {
        for line in headers[values: .setCookie] {
            guard let pair = line.split(separator: ";").first, let equals = pair.firstIndex(of: "=") else { continue }
            let (name, value) = (String(pair[..<equals]), String(pair[pair.index(after: equals)...]))
            cookies[name] = value.isEmpty ? nil : value
        }
    }

    static func escaped(_ text: String) -> String {
        text.utf8.map { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
                String(Unicode.Scalar(byte))
            default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }.joined()
    }
}
