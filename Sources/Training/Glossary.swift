package import Organization

/// The terms of digital work and e-government in the three languages, each with what it means.
package struct Glossary: Hashable, Sendable {
    /// In the author's order.
    package let terms: [Term]
    private let byID: [String: Term]

    package static let empty = Glossary(terms: [])

    package init(terms: [Term]) {
        self.terms = terms
        byID = Dictionary(terms.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    package func term(_ id: String) -> Term? { byID[id] }

    package struct Term: Hashable, Sendable {
        /// Small letters, digits and hyphens; a part of its address.
        package let id: String
        package let name: LocalizedName
        /// Other words for the same thing.
        package let also: [ContentLanguage: [String]]
        /// Whether its first occurrence in a lesson leads here by itself: not where the word has other meanings too.
        package let isLinked: Bool
        package let explanation: LocalizedText

        package init(
            id: String, name: LocalizedName, also: [ContentLanguage: [String]], isLinked: Bool,
            explanation: LocalizedText
        ) {
            self.id = id
            self.name = name
            self.also = also
            self.isLinked = isLinked
            self.explanation = explanation
        }

        /// Its words in a language of the content, the name first.
        package func words(in language: ContentLanguage) -> [String] {
            [name[language.interface]] + also[language, default: []]
        }
    }
}
