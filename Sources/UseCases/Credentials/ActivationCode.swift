import Crypto

/// The one-time code, handed over on paper or by mail, with which a person opens an account and sets a password.
///
/// Twelve symbols are 60 bits: beyond guessing through the site, and beyond trying out from a stolen database within
/// the days that a code lives.
package struct ActivationCode: Sendable, Redacted {
    private let code: TypableCode

    private static let symbolCount = 12

    /// Draws a new code from the system's generator.
    package init() {
        var generator = SystemRandomNumberGenerator()
        self.init(using: &generator)
    }

    package init(using generator: inout some RandomNumberGenerator) {
        code = TypableCode(symbolCount: Self.symbolCount, using: &generator)
    }

    package init?(typed: String) {
        guard let code = TypableCode(typed: typed, symbolCount: Self.symbolCount) else { return nil }
        self.code = code
    }

    /// The code in groups of four, to print and to read aloud.
    package var text: String { code.text }

    /// What is stored, and what a code is looked up by; the leading word keeps it apart from other codes' hashes.
    package var hashed: [UInt8] { [UInt8](SHA256.hash(data: [UInt8]("activation \(code.symbols)".utf8))) }
}
