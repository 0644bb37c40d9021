import Courseware
import Organization
import Storage
import Training

/// All terms by their first letters, or those that a search finds.
struct GlossaryPage: Page {
    static let template = "glossary"
    let title: String
    let typed: String
    let isSearch: Bool
    let isEmpty: Bool
    let letters: [Letter]
    let groups: [Group]
    let count: Int
    let isForeign: Bool
    let textSwitch: String
    var isColumn: Bool { true }

    struct Letter: Sendable {
        let letter: String
        let anchor: String
    }

    /// The terms that begin with one letter; the finds of a search stand in one group without a letter.
    struct Group: Sendable {
        let letter: Letter?
        let terms: [Entry]
    }

    struct Entry: Sendable {
        let path: String
        let name: String
        /// The name in the other languages.
        let others: [TermName]
        let explanation: String
        let textLanguage: String
    }

    init(_ glossary: Glossary, searchingFor typed: String, visit: Visit, words: Words) {
        title = words["glossary.title"]
        self.typed = typed
        isSearch = !typed.isEmpty
        let language = visit.language
        let found = isSearch ? glossary.terms(matching: typed, in: language) : glossary.terms(sortedIn: language)
        isEmpty = found.isEmpty
        count = found.count
        func group(_ letter: Letter?, _ terms: [Glossary.Term]) -> Group {
            Group(letter: letter, terms: terms.map { Entry($0, language: language, text: visit.text) })
        }
        if isSearch {
            groups = [group(nil, found)]
        } else {
            let initials = found.map { language.uppercased(String($0.name[language].prefix(1))) }
            var seen: Set<String> = []
            groups = initials.filter { seen.insert($0).inserted }.enumerated().map { index, initial in
                group(
                    Letter(letter: initial, anchor: "letter-\(index + 1)"),
                    zip(initials, found).filter { $0.0 == initial }.map(\.1))
            }
        }
        letters = groups.compactMap(\.letter)
        isForeign = visit.text.interface != language
        textSwitch = TextSwitch.path(visit)
    }
}

extension GlossaryPage.Entry {
    init(_ term: Glossary.Term, language: Language, text: ContentLanguage) {
        path = GlossaryAddress.term(term.id)
        name = term.name[language]
        others = TermName.others(of: term, than: language)
        explanation = term.explanation[text]
        textLanguage = text.rawValue
    }
}

/// A term in one language.
struct TermName: Sendable {
    let name: String
    let language: String

    static func others(of term: Glossary.Term, than language: Language) -> [TermName] {
        Language.allCases.filter { $0 != language }.map { TermName(name: term.name[$0], language: $0.rawValue) }
    }
}
