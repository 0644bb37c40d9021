/// A word reduced to what people mean by it: small letters and digits, without blanks, signs and diacritics.
///
/// `Tabel nömrəsi`, `TABEL NÖMRƏSİ`, `tabel_nomresi` and a decomposed `nömrəsi` are one word; only for comparing, never
/// for showing.
struct FoldedWord: Hashable {
    private let letters: String

    init(_ text: String) {
        var letters = String.UnicodeScalarView()
        for scalar in text.lowercased().unicodeScalars {
            switch scalar.properties.generalCategory {
            case .lowercaseLetter, .otherLetter, .decimalNumber: letters.append(Self.plain[scalar] ?? scalar)
            default: break
            }
        }
        self.letters = String(letters)
    }

    /// Decomposed letters need no entry: their marks are no letters and fall away.
    private static let plain: [Unicode.Scalar: Unicode.Scalar] = [
        "ə": "e", "ı": "i", "ö": "o", "ü": "u", "ş": "s", "ç": "c", "ğ": "g", "й": "и", "ё": "е",
    ]
}
