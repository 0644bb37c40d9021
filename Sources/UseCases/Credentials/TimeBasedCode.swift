import Crypto

/// The six digits that change every half minute in a person's authenticator app (TOTP, RFC 6238).
///
/// SHA-1, six digits and 30 seconds are what every app understands; many ignore other settings without a word. SHA-1's
/// weakness is collisions, which do not touch HMAC.
package struct TimeBasedCode: Sendable, Redacted {
    /// What the app and the server share.
    package let secret: [UInt8]

    package static let stepSeconds = 30
    private static let digits = 6
    /// 160 bits, as long as the hash (RFC 4226, section 4).
    private static let secretByteCount = 20

    /// Draws a new secret from the system's generator.
    package init() { secret = RandomBytes.draw(Self.secretByteCount) }

    package init(using generator: inout some RandomNumberGenerator) {
        secret = RandomBytes.draw(Self.secretByteCount, using: &generator)
    }

    /// Takes a stored secret; `nil` when it is shorter than the 128 bits that RFC 4226 asks for.
    package init?(secret: [UInt8]) {
        guard secret.count >= 16 else { return nil }
        self.secret = secret
    }

    package init?(base32: String) {
        guard let secret = Base32.bytes(of: base32) else { return nil }
        self.init(secret: secret)
    }

    /// The secret as a person types it into an app that cannot read the QR code.
    package var base32: String { Base32.text(of: secret) }

    /// The number of the half minute that an instant lies in.
    package static func step(atSecondsSince1970 seconds: Int) -> Int { seconds / stepSeconds }

    package func code(atStep step: Int) -> String { code(atStep: step, digits: Self.digits) }

    /// The step whose code was typed, or `nil` when it was none of them.
    ///
    /// One step either way forgives clocks that differ and slow fingers. Store the step and give it back as `lastStep`:
    /// a code that was read over someone's shoulder then cannot be used a second time.
    package func matchedStep(for typed: String, atSecondsSince1970 seconds: Int, after lastStep: Int?) -> Int? {
        let typed = [UInt8](typed.unicodeScalars.filter { !$0.properties.isWhitespace }.map(String.init).joined().utf8)
        let now = Self.step(atSecondsSince1970: seconds)
        var matched: Int?
        for step in now - 1...now + 1 where ConstantTime.areEqual([UInt8](code(atStep: step).utf8), typed) {
            matched = step
        }
        guard let matched, lastStep.map({ matched > $0 }) ?? true else { return nil }
        return matched
    }

    /// The address that an authenticator app reads from the QR code.
    package func uri(account: String, issuer: String) -> String {
        let issuer = Self.percentEncoded(issuer)
        return "otpauth://totp/\(issuer):\(Self.percentEncoded(account))?secret=\(base32)&issuer=\(issuer)"
            + "&algorithm=SHA1&digits=\(Self.digits)&period=\(Self.stepSeconds)"
    }

    /// HOTP's dynamic truncation (RFC 4226, section 5.3) of the step's HMAC.
    func code(atStep step: Int, digits: Int) -> String {
        let counter = UInt64(bitPattern: Int64(step))
        let message = (0..<8).map { UInt8(truncatingIfNeeded: counter >> (56 - 8 * $0)) }
        let mac = [UInt8](HMAC<Insecure.SHA1>.authenticationCode(for: message, using: SymmetricKey(data: secret)))
        let offset = Int(mac[19] & 0x0F)
        let number = mac[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } & 0x7FFF_FFFF
        let modulus = (0..<digits).reduce(1) { product, _ in product * 10 }
        let text = String(number % modulus)
        return String(repeating: "0", count: digits - text.count) + text
    }

    private static func percentEncoded(_ text: String) -> String {
        var encoded = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                encoded.append(Character(Unicode.Scalar(byte)))
            default:
                encoded += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return encoded
    }
}
