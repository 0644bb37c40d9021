/// A random code that people read from paper and type, in the alphabet of Crockford's base32.
///
/// The alphabet has no I, L, O and U: the first three are taken for 1 and 0, and without the last fewer words appear by
/// accident. Each symbol holds five bits.
struct TypableCode: Hashable, Sendable {
    /// Capitals and digits, without the dashes.
    let symbols: String

    private static let alphabet = [Character]("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    private static let groupSize = 4

    init(symbolCount: Int, using generator: inout some RandomNumberGenerator) {
        symbols = String(
            (0..<symbolCount).map { _ in Self.alphabet[Int.random(in: Self.alphabet.indices, using: &generator)] })
    }

    /// Forgives what a reader cannot know: case, dashes, blanks, and letters that look like the right one.
    init?(typed: String, symbolCount: Int) {
        var symbols = ""
        var count = 0
        for scalar in typed.unicodeScalars where !Self.isSeparator(scalar) {
            guard count < symbolCount, let symbol = Self.readings[scalar] else { return nil }
            symbols.append(symbol)
            count += 1
        }
        guard count == symbolCount else { return nil }
        self.symbols = symbols
    }

    /// The code as people see it: `7QK4-M2XD-9TRB`.
    var text: String {
        let symbols = [Character](self.symbols)
        return stride(from: 0, to: symbols.count, by: Self.groupSize)
            .map { String(symbols[$0..<min($0 + Self.groupSize, symbols.count)]) }
            .joined(separator: "-")
    }

    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        // The last is the dot that lower-casing an Azerbaijani İ leaves behind.
        scalar.properties.isWhitespace || scalar.properties.generalCategory == .dashPunctuation
            || scalar == "\u{2212}" || scalar == "\u{AD}" || scalar == "\u{0307}"
    }

    /// Every character that counts as a symbol, with the letters of Azerbaijani and Russian keyboards that look alike.
    private static let readings: [Unicode.Scalar: Character] = {
        var readings: [Unicode.Scalar: Character] = [:]
        func add(_ letters: String, as symbol: Character) {
            for scalar in letters.unicodeScalars { readings[scalar] = symbol }
        }
        for symbol in alphabet { add(symbol.uppercased() + symbol.lowercased(), as: symbol) }
        add("OoОо", as: "0")
        add("IiİıLlІі", as: "1")
        for (cyrillic, latin) in zip(["Аа", "Вв", "Ее", "Кк", "Мм", "Нн", "Рр", "Сс", "Тт", "Хх"], "ABEKMHPCTX") {
            add(cyrillic, as: latin)
        }
        return readings
    }()
}
