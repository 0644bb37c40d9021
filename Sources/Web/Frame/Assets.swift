import Crypto
import Foundation

/// Style sheet, script and icon, compressed once and named by their content, so that browsers keep them for good.
struct Assets: Sendable {
    struct Asset: Sendable {
        let contentType: String
        let bytes: [UInt8]
        let compressed: [UInt8]?
        let tag: String
    }

    private let byPath: [String: Asset]
    private let paths: [String: String]

    static func load() throws -> Assets {
        var byPath: [String: Asset] = [:]
        var paths: [String: String] = [:]
        for (name, contentType) in files {
            let bytes = try Resources.data("assets/\(name)")
            let digest = SHA256.hash(data: bytes).prefix(8).map { String($0, radix: 16) }.joined()
            let parts = name.split(separator: ".", maxSplits: 1)
            let path = "/assets/\(parts[0]).\(digest).\(parts[1])"
            byPath[path] = Asset(
                contentType: contentType, bytes: bytes, compressed: Gzip.thorough.compressed(bytes),
                tag: "\"\(digest)\"")
            paths[name] = path
        }
        return Assets(byPath: byPath, paths: paths)
    }

    func path(of name: String) -> String { paths[name] ?? "" }

    func asset(at path: String) -> Asset? { byPath[path] }

    private static let files = [
        ("bilik.css", "text/css; charset=utf-8"),
        ("bilik.js", "text/javascript; charset=utf-8"),
        ("star.svg", "image/svg+xml"),
    ]
}
