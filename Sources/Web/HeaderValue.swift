/// A header value with parameters: `form-data; name="file"; filename="a;b.csv"`.
struct HeaderValue {
    /// What stands before the first semicolon, in small letters.
    let kind: String
    /// Values by lower-case name; of two with one name the first counts.
    let parameters: [String: String]

    init(_ text: String) {
        let bytes = [UInt8](text.utf8)
        var index = 0
        kind = Self.trimmed(Self.token(in: bytes, at: &index, until: [UInt8(ascii: ";")])).lowercased()
        var parameters: [String: String] = [:]
        while index < bytes.count {
            index += 1
            let ends = [UInt8(ascii: ";"), UInt8(ascii: "=")]
            let name = Self.trimmed(Self.token(in: bytes, at: &index, until: ends)).lowercased()
            guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { continue }
            index += 1
            while index < bytes.count, bytes[index] == 32 || bytes[index] == 9 { index += 1 }
            let value: String
            if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
                value = Self.quoted(in: bytes, at: &index)
                _ = Self.token(in: bytes, at: &index, until: [UInt8(ascii: ";")])
            } else {
                value = Self.trimmed(Self.token(in: bytes, at: &index, until: [UInt8(ascii: ";")]))
            }
            if parameters[name] == nil { parameters[name] = value }
        }
        self.parameters = parameters
    }

    private static func token(in bytes: [UInt8], at index: inout Int, until ends: [UInt8]) -> ArraySlice<UInt8> {
        let start = index
        while index < bytes.count, !ends.contains(bytes[index]) { index += 1 }
        return bytes[start..<index]
    }

    /// Reads up to the closing quotation mark.
    ///
    /// A backslash escapes only a quotation mark or itself: old browsers send `C:\file.csv` as it is.
    private static func quoted(in bytes: [UInt8], at index: inout Int) -> String {
        var value: [UInt8] = []
        index += 1
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
            let isEscape = bytes[index] == UInt8(ascii: "\\") && index + 1 < bytes.count
            if isEscape, [UInt8(ascii: "\""), UInt8(ascii: "\\")].contains(bytes[index + 1]) { index += 1 }
            value.append(bytes[index])
            index += 1
        }
        if index < bytes.count { index += 1 }
        return String(decoding: value, as: UTF8.self)
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
        var bytes = bytes
        while let last = bytes.last, last == 32 || last == 9 { bytes.removeLast() }
        return String(decoding: bytes.drop { $0 == 32 || $0 == 9 }, as: UTF8.self)
    }
}
