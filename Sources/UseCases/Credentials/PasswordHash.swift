import Crypto
import CryptoExtras
import Foundation

/// What is stored in place of a password: `$scrypt$ln=15,r=8,p=3$salt$hash`.
///
/// The text describes itself, so that the cost can be raised later without touching what is stored already.
package struct PasswordHash: Sendable, Redacted {
    package let encoded: String
    package let cost: ScryptCost
    private let salt: [UInt8]
    private let derived: [UInt8]

    private static let derivedByteCount = 32

    private init(cost: ScryptCost, salt: [UInt8], derived: [UInt8]) {
        self.cost = cost
        self.salt = salt
        self.derived = derived
        encoded =
            "$scrypt$ln=\(cost.rounds.trailingZeroBitCount),r=\(cost.blockSize),p=\(cost.parallelism)"
            + "$\(UnpaddedBase64.text(of: salt))$\(UnpaddedBase64.text(of: derived))"
    }

    /// Reads a stored hash; `nil` for anything that `encoded` never writes.
    package init?(encoded: String) {
        let parts = encoded.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 5, parts[0].isEmpty, parts[1] == "scrypt", let cost = ScryptCost(encoded: parts[2]),
            let salt = UnpaddedBase64.bytes(of: String(parts[3])), (8...64).contains(salt.count),
            let derived = UnpaddedBase64.bytes(of: String(parts[4])), derived.count == Self.derivedByteCount
        else { return nil }
        self.init(cost: cost, salt: salt, derived: derived)
        guard self.encoded == encoded else { return nil }
    }

    /// Hashes a new password, which takes long by purpose: call it through `PasswordHasher`.
    package static func make(password: String, salt: [UInt8] = freshSalt(), cost: ScryptCost = .standard)
        throws(PasswordHashError) -> PasswordHash
    {
        guard !password.isEmpty else { throw .emptyPassword }
        let derived = try derive(from: password, salt: salt, cost: cost)
        return PasswordHash(cost: cost, salt: salt, derived: derived)
    }

    /// A hash that no password matches, and that costs as much to find out as any other.
    static func matchingNobody(cost: ScryptCost) -> PasswordHash {
        PasswordHash(cost: cost, salt: freshSalt(), derived: RandomBytes.draw(derivedByteCount))
    }

    /// Sixteen bytes, so that equal passwords of two people do not look equal.
    package static func freshSalt() -> [UInt8] { RandomBytes.draw(16) }

    /// Whether this is the password, which takes long by purpose: call it through `PasswordHasher`.
    ///
    /// Throws rather than answer "no" when it could not compute, for a "no" counts as a failed sign-in.
    package func verify(password: String) throws(PasswordHashError) -> Bool {
        guard !password.isEmpty else { return false }
        return ConstantTime.areEqual(try Self.derive(from: password, salt: salt, cost: cost), derived)
    }

    /// Whether the password should be hashed anew at its next successful use.
    package func needsRaise(to cost: ScryptCost) -> Bool { self.cost.isBelow(cost) }

    private static func derive(from password: String, salt: [UInt8], cost: ScryptCost)
        throws(PasswordHashError) -> [UInt8]
    {
        do {
            let key = try KDF.Scrypt.deriveKey(
                from: bytes(of: password), salt: salt, outputByteCount: derivedByteCount, rounds: cost.rounds,
                blockSize: cost.blockSize, parallelism: cost.parallelism)
            return key.withUnsafeBytes { [UInt8]($0) }
        } catch {
            throw .outOfMemory
        }
    }

    /// The password's bytes, the same from every keyboard: the OpaqueString profile of RFC 8265.
    ///
    /// One system types `ş` as a single character, another as `s` and a cedilla; composing (NFC) makes them one, and
    /// blanks of other widths become plain ones. NFKC would go further and make passwords equal that their owners see
    /// as different (`²` and `2`), which only helps the one who guesses.
    private static func bytes(of password: String) -> [UInt8] {
        var spaced = String.UnicodeScalarView()
        for scalar in password.unicodeScalars {
            spaced.append(scalar.properties.generalCategory == .spaceSeparator ? " " : scalar)
        }
        return [UInt8](String(spaced).precomposedStringWithCanonicalMapping.utf8)
    }
}

extension ScryptCost {
    /// Reads `ln=15,r=8,p=3`.
    fileprivate init?(encoded: Substring) {
        let numbers = encoded.split(separator: ",", omittingEmptySubsequences: false)
        guard numbers.count == 3, numbers[0].hasPrefix("ln="), numbers[1].hasPrefix("r="), numbers[2].hasPrefix("p="),
            let exponent = Int(numbers[0].dropFirst(3)), (1...20).contains(exponent),
            let blockSize = Int(numbers[1].dropFirst(2)), let parallelism = Int(numbers[2].dropFirst(2))
        else { return nil }
        self.init(rounds: 1 << exponent, blockSize: blockSize, parallelism: parallelism)
    }
}
