/// What the header lines of one part say (RFC 7578, section 4).
struct MultipartHeader {
    let name: String
    let filename: String?
    let contentType: String?

    init(lines: [ArraySlice<UInt8>], part: Int) throws(MultipartError) {
        var name: String?
        var filename: String?
        var contentType: String?
        for line in lines {
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex else {
                throw .malformedHeader(part: part)
            }
            let text = String(decoding: line[(colon + 1)...], as: UTF8.self)
            switch String(decoding: line[..<colon], as: UTF8.self).lowercased() {
            case "content-disposition":
                let value = HeaderValue(text)
                guard value.kind == "form-data" else { throw .malformedHeader(part: part) }
                name = value.parameters["name"].map(Self.percentDecoded)
                filename = value.parameters["filename"].map { Self.lastComponent(of: Self.percentDecoded($0)) }
            case "content-type":
                contentType = String(text.drop { $0 == " " })
            case "content-transfer-encoding":
                guard ["7bit", "8bit", "binary"].contains(HeaderValue(text).kind) else { throw .encoded(part: part) }
            default:
                break
            }
        }
        guard let name, !name.isEmpty else { throw .noName(part: part) }
        self.name = name
        self.filename = filename
        self.contentType = contentType
    }

    /// Turns `%22` and its like back into characters.
    ///
    /// Browsers write a quotation mark and line breaks so and leave a percent sign alone; what does not decode into
    /// UTF-8 is therefore taken as it stands.
    private static func percentDecoded(_ text: String) -> String {
        let bytes = [UInt8](text.utf8)
        var decoded: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count, let high = digit(bytes[index + 1]),
                let low = digit(bytes[index + 2])
            {
                decoded.append(high << 4 | low)
                index += 3
            } else {
                decoded.append(bytes[index])
                index += 1
            }
        }
        return String(validating: decoded, as: UTF8.self) ?? text
    }

    private static func digit(_ character: UInt8) -> UInt8? {
        switch character {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): character - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): character - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): character - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    /// Some browsers send the whole path of the visitor's disk, which is nobody's business.
    private static func lastComponent(of path: String) -> String {
        var name = String.UnicodeScalarView()
        for scalar in path.unicodeScalars {
            if scalar == "/" || scalar == "\\" {
                name.removeAll()
            } else if scalar.properties.generalCategory != .control {
                name.append(scalar)
            }
        }
        return String(name)
    }
}
