import Organization
import Storage
import Training

extension Glossary {
    /// The terms in the order of the alphabet of a language.
    func terms(sortedIn language: Language) -> [Term] {
        func key(_ term: Term) -> String {
            let name = term.name[language]
            return language == .en ? name.lowercased() : TextKeys.sort(name)
        }
        return terms.map { (key: key($0), term: $0) }.sorted { $0.key < $1.key }.map(\.term)
    }

    /// The terms whose words in any language hold what was typed, before those whose explanation does.
    ///
    /// Letters that many keyboards lack do not count: `tehlukesizlik` finds *təhlükəsizliyi* as well, where the grammar
    /// has softened the end of the word.
    func terms(matching typed: String, in language: Language) -> [Term] {
        let wanted = TextKeys.search(typed).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !wanted.isEmpty else { return [] }
        let isSoftening = wanted.count > 4 && (wanted.hasSuffix("k") || wanted.hasSuffix("q"))
        let stem = isSoftening ? String(wanted.dropLast()) : wanted
        func holds(_ texts: [String]) -> Bool { texts.contains { TextKeys.search($0).contains(stem) } }
        let sorted = terms(sortedIn: language)
        let named = sorted.filter { term in
            holds(Language.allCases.map { term.name[$0] } + term.also.values.joined())
        }
        let names = Set(named.map(\.id))
        let explained = sorted.filter { term in
            !names.contains(term.id) && holds(ContentLanguage.allCases.map { term.explanation[$0] })
        }
        return named + explained
    }
}
