import Crypto

/// A random secret that a browser or a mail link carries; the database keeps only its hash.
///
/// With 256 random bits nothing can be guessed from the hash, so one plain SHA-256 is enough where a password needs
/// scrypt.
package struct SecretToken: Sendable, Redacted {
    private let bytes: [UInt8]

    private static let byteCount = 32

    /// Draws a new token from the system's generator.
    package init() { bytes = RandomBytes.draw(Self.byteCount) }

    package init(using generator: inout some RandomNumberGenerator) {
        bytes = RandomBytes.draw(Self.byteCount, using: &generator)
    }

    /// Reads what `text` wrote; `nil` for anything else.
    package init?(text: String) {
        guard text.utf8.count == 43, let bytes = UnpaddedBase64.bytes(ofURLSafe: text), bytes.count == Self.byteCount
        else { return nil }
        self.bytes = bytes
    }

    /// 43 characters that stand in a URL, a cookie or a form as they are.
    package var text: String { UnpaddedBase64.urlSafeText(of: bytes) }

    /// What is stored, and what a token is looked up by.
    package var hashed: [UInt8] { [UInt8](SHA256.hash(data: bytes)) }

    package func matches(hashed stored: [UInt8]) -> Bool { ConstantTime.areEqual(hashed, stored) }
}

extension SecretToken: Equatable {
    package static func == (one: SecretToken, other: SecretToken) -> Bool {
        ConstantTime.areEqual(one.bytes, other.bytes)
    }
}
