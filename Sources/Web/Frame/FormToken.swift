import UseCases

/// The token by which a form proves that it came from one of our own pages.
///
/// Each page shows it under a fresh mask: a secret that stood there in the same bytes could be guessed letter by letter
/// from the length of compressed pages (BREACH).
enum FormToken {
    static func masked(_ token: String) -> String {
        let bytes = [UInt8](token.utf8)
        let mask = RandomBytes.draw(bytes.count)
        return hex(mask) + hex(zip(bytes, mask).map { $0 ^ $1 })
    }

    static func matches(_ shown: String, _ token: String) -> Bool {
        guard !token.isEmpty, let bytes = unhex(shown), bytes.count == token.utf8.count * 2 else { return false }
        let half = bytes.count / 2
        let unmasked = (0..<half).map { bytes[$0] ^ bytes[half + $0] }
        // Every byte is compared: the time tells nothing about where the first difference is.
        return zip(unmasked, token.utf8).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private static let digits = [UInt8]("0123456789abcdef".utf8)

    private static func hex(_ bytes: [UInt8]) -> String {
        String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    private static func unhex(_ text: String) -> [UInt8]? {
        let values = text.utf8.map { byte -> UInt8? in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
            default: nil
            }
        }
        guard values.count.isMultiple(of: 2), values.allSatisfy({ $0 != nil }) else { return nil }
        let known = values.compactMap { $0 }
        return stride(from: 0, to: known.count, by: 2).map { known[$0] << 4 | known[$0 + 1] }
    }
}
