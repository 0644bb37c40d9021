/// The text as HTML shows it; fit for element content only.
func escaped(_ text: String) -> String {
    escaped(text.utf8, inAttribute: false)
}

/// The text as the value of a quoted attribute.
///
/// Brackets are escaped too: `[[1]]` in a stem marks where a blank stands, and must never be found inside a tag.
func escapedAttribute(_ text: String) -> String {
    escaped(text.utf8, inAttribute: true)
}

private func escaped(_ bytes: String.UTF8View, inAttribute: Bool) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + 16)
    for byte in bytes {
        switch byte {
        case UInt8(ascii: "&"): out += "&amp;".utf8
        case UInt8(ascii: "<"): out += "&lt;".utf8
        case UInt8(ascii: ">"): out += "&gt;".utf8
        case UInt8(ascii: "\""): out += "&quot;".utf8
        case UInt8(ascii: "'") where inAttribute: out += "&#39;".utf8
        case UInt8(ascii: "[") where inAttribute: out += "&#91;".utf8
        case UInt8(ascii: "]") where inAttribute: out += "&#93;".utf8
        case 0x09, 0x0A: out.append(byte)
        // Control characters have no meaning in HTML, and some are refused by it.
        case 0x00..<0x20, 0x7F: out += "\u{FFFD}".utf8
        default: out.append(byte)
        }
    }
    return String(decoding: out, as: UTF8.self)
}
