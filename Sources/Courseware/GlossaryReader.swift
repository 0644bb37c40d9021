import Organization
import Training
import Yams

/// Reads `glossary.yml`.
struct GlossaryReader {
    private var ids: Set<String> = []
    /// Which term a word stands for; a word that two terms claim would lead to one of them by chance.
    private var owners: [ContentLanguage: [String: String]] = [:]

    static func glossary(_ file: YAMLValue) -> Glossary {
        var reader = GlossaryReader()
        guard let keys = file.mapping(of: ["terms"]),
            let items = keys.required("terms", like: "[…]")?.items(of: "terms")
        else { return .empty }
        return Glossary(terms: items.compactMap { reader.term($0) })
    }

    private mutating func term(_ value: YAMLValue) -> Glossary.Term? {
        guard let keys = value.mapping(of: ["id", "name", "also", "link", "explanation"]) else { return nil }
        let id = keys.required("id", like: "electronic-signature")?.uniqueSlug(among: &ids)
        let nameValue = keys.required("name", like: "{az: …, en: …, ru: …}")
        let name = nameValue?.localizedName()
        let alsoValue = keys.optional("also")
        let also = alsoValue.map { otherWords($0) } ?? .some([:])
        let linkValue = keys.optional("link")
        let isLinked = linkValue.map { $0.truth() } ?? true
        let explanationValue = keys.required("explanation", like: "{az: …, en: …}")
        let explanation = explanationValue?.localizedText()
        if let explanation, let explanationValue { warnOfSentences(explanation, explanationValue) }
        guard let id, let nameValue, let name, let also, let isLinked, let explanation else { return nil }
        let term = Glossary.Term(id: id, name: name, also: also, isLinked: isLinked, explanation: explanation)
        for language in ContentLanguage.allCases {
            for word in term.words(in: language) { claim(word, in: language, for: id, nameValue) }
        }
        return term
    }

    /// `{az: […], en: […]}`, where either language may be missing: not every word has a twin.
    private func otherWords(_ value: YAMLValue) -> [ContentLanguage: [String]]? {
        guard let keys = value.mapping(of: ["az", "en"]) else { return nil }
        var words: [ContentLanguage: [String]] = [:]
        for language in ContentLanguage.allCases {
            guard let list = keys.optional(language.rawValue) else { continue }
            guard let items = list.items(1...10, of: "words") else { return nil }
            let texts = items.compactMap { $0.text() }
            guard texts.count == items.count else { return nil }
            words[language] = texts
        }
        return words
    }

    private mutating func claim(_ word: String, in language: ContentLanguage, for id: String, _ value: YAMLValue) {
        let letters = word.unicodeScalars.map { GlossaryWords.letter($0, in: language) ?? $0 }
        let folded = String(String.UnicodeScalarView(letters))
        if let owner = owners[language, default: [:]].updateValue(id, forKey: folded) {
            value.fault(
                "`\(word)` stands for the terms \(owner) and \(id) (\(language.rawValue))",
                mend: "make one term of them, or name one more exactly")
        }
    }

    private func warnOfSentences(_ explanation: LocalizedText, _ value: YAMLValue) {
        for language in ContentLanguage.allCases where explanation[language].contains(". ") {
            value.log.warning(
                value.place, "the explanation is more than one sentence in `\(language.rawValue)`",
                mend: "say it in one: a semicolon or a colon can join two thoughts")
        }
    }
}
