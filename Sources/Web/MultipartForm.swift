/// A form with files, as browsers send it (RFC 7578), taken apart within fixed bounds.
///
/// The whole body is in memory already: whoever reads it sets how large it may be.
package struct MultipartForm: Sendable {
    /// One field, or one file.
    package struct Part: Hashable, Sendable {
        package let name: String
        /// The last component only, as the visitor's machine called it: for showing, never for opening a file.
        package let filename: String?
        package let contentType: String?
        package let bytes: [UInt8]
    }

    package let parts: [Part]

    /// More than any browser sends for one part; a bound on what a hostile client makes us keep.
    private static let longestHeader = 8_192

    /// Takes the body apart in one pass: its time grows with its length and with nothing else.
    package init(bytes: [UInt8], boundary: String, maximumParts: Int = 20) throws(MultipartError) {
        var reader = MultipartReader(bytes: bytes, boundary: boundary)
        var parts: [Part] = []
        try reader.skipToFirstPart()
        while try reader.startsPart() {
            let number = parts.count + 1
            guard number <= maximumParts else { throw .tooManyParts(maximum: maximumParts) }
            let header = try MultipartHeader(
                lines: try reader.headerLines(longest: Self.longestHeader, part: number), part: number)
            let body = try reader.body()
            parts.append(
                Part(name: header.name, filename: header.filename, contentType: header.contentType, bytes: body))
        }
        self.parts = parts
    }

    /// The first field of this name, when it is text.
    package func text(_ name: String) -> String? {
        parts.first { $0.name == name && $0.filename == nil }.flatMap { String(validating: $0.bytes, as: UTF8.self) }
    }

    /// The first file of this name; browsers send an empty file without a name when none was chosen.
    package func file(_ name: String) -> Part? {
        parts.first { $0.name == name && $0.filename?.isEmpty == false }
    }

    /// The boundary that a Content-Type names, or `nil` when it is not that of such a form.
    package static func boundary(inContentType contentType: String) -> String? {
        let value = HeaderValue(contentType)
        guard value.kind == "multipart/form-data", let boundary = value.parameters["boundary"] else { return nil }
        // RFC 2046, section 5.1.1.
        let isAllowed = boundary.utf8.allSatisfy { character in
            switch character {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                true
            default: "'()+_,-./:=? ".utf8.contains(character)
            }
        }
        return isAllowed && (1...70).contains(boundary.utf8.count) && !boundary.hasSuffix(" ") ? boundary : nil
    }
}
