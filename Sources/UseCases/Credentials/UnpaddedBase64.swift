import FoundationEssentials

/// Base64 without the trailing `=`, in its plain and its URL-safe alphabet (RFC 4648, sections 4 and 5).
enum UnpaddedBase64 {
    static func text(of bytes: [UInt8]) -> String {
        String(Data(bytes).base64EncodedString().prefix { $0 != "=" })
    }

    static func urlSafeText(of bytes: [UInt8]) -> String {
        replacing(UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "_"), in: text(of: bytes))
    }

    /// Reads only what `text(of:)` writes: one value has one text, so a look-up by text cannot be tricked by a twin.
    static func bytes(of text: String) -> [UInt8]? {
        let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
        guard let data = Data(base64Encoded: text + padding) else { return nil }
        let bytes = [UInt8](data)
        return Self.text(of: bytes) == text ? bytes : nil
    }

    static func bytes(ofURLSafe text: String) -> [UInt8]? {
        guard !text.utf8.contains(where: { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "/") }) else { return nil }
        return bytes(
            of: replacing(UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "_"), UInt8(ascii: "/"), in: text))
    }

    /// Byte by byte: every request reads its session's token.
    private static func replacing(
        _ one: UInt8, _ itsOther: UInt8, _ two: UInt8, _ itsTwin: UInt8, in text: String
    ) -> String {
        String(decoding: text.utf8.map { $0 == one ? itsOther : $0 == two ? itsTwin : $0 }, as: UTF8.self)
    }
}
