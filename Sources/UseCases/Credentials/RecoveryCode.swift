import Crypto

/// A code that replaces the telephone's once, for the day when the telephone is lost.
///
/// Sixteen symbols are 80 bits, more than an activation code has, because a recovery code lies in the database for
/// years and must withstand being tried out from a stolen copy.
package struct RecoveryCode: Sendable, Redacted {
    private let code: TypableCode

    /// How many a person gets at once.
    package static let setSize = 10
    private static let symbolCount = 16

    /// Draws a new set from the system's generator.
    package static func freshSet() -> [RecoveryCode] {
        var generator = SystemRandomNumberGenerator()
        return (0..<setSize).map { _ in RecoveryCode(using: &generator) }
    }

    package init(using generator: inout some RandomNumberGenerator) {
        code = TypableCode(symbolCount: Self.symbolCount, using: &generator)
    }

    package init?(typed: String) {
        guard let code = TypableCode(typed: typed, symbolCount: Self.symbolCount) else { return nil }
        self.code = code
    }

    package var text: String { code.text }

    /// What is stored; the leading word keeps it apart from other codes' hashes.
    package var hashed: [UInt8] { [UInt8](SHA256.hash(data: [UInt8]("recovery \(code.symbols)".utf8))) }
}
