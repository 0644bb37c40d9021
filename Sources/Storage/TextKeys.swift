import Foundation

/// The keys by which names are found and put in order, after the Azerbaijani alphabet.
///
/// SQLite folds and compares ASCII only, and `folding(_:)` turns İ into ı and leaves ə: so both keys are made here and
/// stored beside the name.
package enum TextKeys {
    private static let azerbaijani = Locale(identifier: "az_Latn_AZ")
    private static let plain: [Character: Character] = [
        "ə": "e", "ı": "i", "ö": "o", "ü": "u", "ğ": "g", "ş": "s", "ç": "c",
    ]
    /// The alphabet of the state, with *w* where foreign names need it.
    private static let alphabet = Array("abcçdeəfgğhxıijkqlmnoöprsştuüvwyz")
    private static let places: [Character: UInt8] = Dictionary(
        uniqueKeysWithValues: zip(alphabet, UInt8(ascii: "A")...))

    /// Small letters by Azerbaijani rules: *İ* becomes *i*, *I* becomes *ı*.
    package static func lowercased(_ text: String) -> String { text.lowercased(with: azerbaijani) }

    /// What a search compares: *İsmayılova* is found by *ismayilova*.
    package static func search(_ text: String) -> String {
        String(lowercased(text.precomposedStringWithCanonicalMapping).map { plain[$0] ?? $0 })
    }

    /// What a list is sorted by, bytewise: … e ə f … h x ı i ….
    package static func sort(_ text: String) -> String {
        var key = ""
        for character in lowercased(text.precomposedStringWithCanonicalMapping) {
            if let place = places[character] {
                key.unicodeScalars.append(Unicode.Scalar(place))
            } else if character.isWhitespace || character == "-" {
                key.append(" ")
            } else {
                // Digits before letters, other scripts after them, in the order of their code points.
                key.append(character)
            }
        }
        return key
    }

    /// What makes two typed answers the same: case, surrounding blanks and runs of blanks do not count.
    package static func folded(_ answer: String) -> String {
        lowercased(answer.precomposedStringWithCanonicalMapping)
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
