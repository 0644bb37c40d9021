/// Text in the query of an address.
enum QueryText {
    /// Everything but letters, digits and `-._~` escaped (RFC 3986).
    static func escaped(_ text: String) -> String {
        var safe = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                safe.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let hex = String(byte, radix: 16, uppercase: true)
                safe += "%" + (hex.count == 1 ? "0" + hex : hex)
            }
        }
        return safe
    }

    /// An address of our own site that a link may lead back to; anything else becomes the home page.
    static func ownPath(_ text: String) -> String {
        guard text.hasPrefix("/"), !text.hasPrefix("//"), !text.contains("\\"),
            text.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value < 0x7F })
        else { return "/" }
        return text
    }
}
