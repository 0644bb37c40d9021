import Foundation
import Organization

extension Language {
    /// Small letters by the rules of the language: in Azerbaijani *İ* becomes *i* and *I* becomes *ı*.
    func lowercased(_ text: String) -> String { text.lowercased(with: Self.locales[self]) }

    /// Capitals likewise: *i* becomes *İ*.
    func uppercased(_ text: String) -> String { text.uppercased(with: Self.locales[self]) }

    private static let locales = Dictionary(
        uniqueKeysWithValues: allCases.map { ($0, Locale(identifier: $0 == .az ? "az_Latn_AZ" : $0.rawValue)) })
}
