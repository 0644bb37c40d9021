import Organization
import Training

/// Finds the terms of a glossary in the text of a lesson.
struct GlossaryLinker: Sendable {
    /// A term, and where its words stand among the scalars of the text.
    struct Match {
        let term: String
        let range: Range<Int>
    }

    private struct Phrase: Sendable {
        let term: String
        /// In small letters.
        let words: [[Unicode.Scalar]]
        /// What stands before each word but the first.
        let separators: [[Unicode.Scalar]]
        /// Whether one of the other words is written with a capital even inside a sentence.
        let hasCapital: Bool
    }

    let terms: Set<String>
    private let language: ContentLanguage
    private let phrases: [UInt64: [Phrase]]

    init(_ glossary: Glossary, in language: ContentLanguage) {
        self.language = language
        terms = Set(glossary.terms.map(\.id))
        var phrases: [UInt64: [Phrase]] = [:]
        for term in glossary.terms where term.isLinked {
            for name in term.words(in: language) {
                // *carbon copy (CC)*: what stands in brackets explains the name.
                let text = Array(name.unicodeScalars.prefix { $0 != "(" })
                let words = TextWord.words(of: text, in: language)
                guard let first = words.first else { continue }
                let phrase = Phrase(
                    term: term.id, words: words.map { $0.letters(in: text, language) },
                    separators: zip(words, words.dropFirst()).map {
                        Array(text[$0.range.upperBound..<$1.range.lowerBound])
                    },
                    hasCapital: words.dropFirst().contains { $0.isCapital(in: text) })
                phrases[first.key, default: []].append(phrase)
            }
        }
        // The longest first: *enhanced electronic signature* before *electronic signature*.
        self.phrases = phrases.mapValues { same in
            same.sorted { ($0.words.count, $0.words.joined().count) > ($1.words.count, $1.words.joined().count) }
        }
    }

    /// The terms of a text in reading order.
    ///
    /// What stands in quotation marks, or has capitals in its middle, is the title of a law or somebody else's words.
    func matches(in text: [Unicode.Scalar]) -> [Match] {
        let words = TextWord.words(of: text, in: language)
        var found: [Match] = []
        var quotations = 0
        var end = 0
        var index = 0
        while index < words.count {
            let word = words[index]
            for scalar in text[end..<word.range.lowerBound] {
                if Self.opening.contains(scalar) { quotations += 1 }
                if Self.closing.contains(scalar) { quotations = max(0, quotations - 1) }
            }
            end = word.range.lowerBound
            guard let phrase = phrases[word.key]?.first(where: { fits($0, at: index, words, text) }) else {
                index += 1
                continue
            }
            let last = index + phrase.words.count
            let isTitle = !phrase.hasCapital && words[index + 1..<last].contains { $0.isCapital(in: text) }
            if quotations == 0, !isTitle {
                found.append(
                    Match(term: phrase.term, range: word.range.lowerBound..<words[last - 1].range.upperBound))
            }
            index = last
        }
        return found
    }

    private static let opening = Set("«“„".unicodeScalars)
    private static let closing = Set("»”".unicodeScalars)

    private func fits(_ phrase: Phrase, at index: Int, _ words: [TextWord], _ text: [Unicode.Scalar]) -> Bool {
        let last = phrase.words.count - 1
        guard index + last < words.count else { return false }
        for (offset, separator) in phrase.separators.enumerated() {
            let (word, next) = (words[index + offset], words[index + offset + 1])
            guard word.letters(in: text, language) == phrase.words[offset],
                text[word.range.upperBound..<next.range.lowerBound].elementsEqual(separator)
            else { return false }
        }
        let word = words[index + last].letters(in: text, language)
        return GlossaryWords.isForm(word, of: phrase.words[last], in: language)
    }
}

/// A run of letters and digits in a text.
private struct TextWord {
    /// Among the scalars of the text.
    let range: Range<Int>
    /// Its first three letters in small: words that begin alike are looked up together.
    let key: UInt64

    func letters(in text: [Unicode.Scalar], _ language: ContentLanguage) -> [Unicode.Scalar] {
        text[range].compactMap { GlossaryWords.letter($0, in: language) }
    }

    /// Whether it begins with a capital as a name does; a word all in capitals is only loud.
    func isCapital(in text: [Unicode.Scalar]) -> Bool {
        let second = range.lowerBound + 1
        return text[range.lowerBound].properties.isUppercase
            && (second == range.upperBound || text[second].properties.isLowercase)
    }

    static func words(of text: [Unicode.Scalar], in language: ContentLanguage) -> [TextWord] {
        var words: [TextWord] = []
        var start = 0
        var key: UInt64 = 0
        for index in 0...text.count {
            if index < text.count, let letter = GlossaryWords.letter(text[index], in: language) {
                if index - start < 3 { key = key << 21 | UInt64(letter.value) }
            } else {
                if start < index { words.append(TextWord(range: start..<index, key: key)) }
                start = index + 1
                key = 0
            }
        }
        return words
    }
}
