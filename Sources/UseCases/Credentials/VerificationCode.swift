/// The public code on a certificate by which anyone checks it: `7QK4-M2XD-9TRB`.
///
/// Not a secret, so it is stored and shown as it is; but nobody can guess one (60 bits), so the page that checks codes
/// cannot be used to list who holds a certificate.
package struct VerificationCode: Hashable, Sendable, CustomStringConvertible {
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

    /// Reads a code from a URL, a form or the database.
    package init?(typed: String) {
        guard let code = TypableCode(typed: typed, symbolCount: Self.symbolCount) else { return nil }
        self.code = code
    }

    /// The one spelling that is printed, stored and put into the QR code's address.
    package var text: String { code.text }
    package var description: String { text }
}
