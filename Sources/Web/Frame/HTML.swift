/// The little HTML that is made outside templates.
enum HTML {
    /// Text safe in an element and in a quoted attribute.
    static func escaped(_ text: String) -> String {
        var safe = ""
        safe.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": safe += "&amp;"
            case "<": safe += "&lt;"
            case ">": safe += "&gt;"
            case "\"": safe += "&quot;"
            case "'": safe += "&#39;"
            default: safe.unicodeScalars.append(scalar)
            }
        }
        return safe
    }

    /// `text` with every `place` replaced, compared byte by byte: both are ours, and pages are long.
    static func replacing(_ place: String, with value: String, in text: String) -> String {
        let (bytes, wanted, fresh) = (Array(text.utf8), Array(place.utf8), Array(value.utf8))
        guard let first = wanted.first, bytes.count >= wanted.count else { return text }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + 4 * fresh.count)
        var index = 0
        while index < bytes.count {
            if bytes[index] == first, bytes[index...].starts(with: wanted) {
                result += fresh
                index += wanted.count
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
