/// Text in the query of an address.
enum QueryText {
    /// Everything but letters, digits and `-._~` escaped (RFC 3986).
    static func escaped(_ text: String) -> String {
        var safe: [UInt8] = []
        safe.reserveCapacity(3 * text.utf8.count)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                safe.append(byte)
            default:
                safe += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: safe, as: UTF8.self)
    }

    private static let digits = Array("0123456789ABCDEF".utf8)

    /// An address of our own site that a link may lead back to; anything else becomes the home page.
    static func ownPath(_ text: String) -> String {
        guard text.hasPrefix("/"), !text.hasPrefix("//"), !text.contains("\\"),
            text.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value < 0x7F })
        else { return "/" }
        return text
    }
}
