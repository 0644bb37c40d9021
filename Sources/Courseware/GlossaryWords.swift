import Organization

/// How words of a text are compared with the terms of a glossary.
enum GlossaryWords {
    /// The letter in small by the rules of the language (in Azerbaijani *İ* becomes *i* and *I* becomes *ı*), or nothing
    /// for what is neither letter nor digit.
    static func letter(_ scalar: Unicode.Scalar, in language: ContentLanguage) -> Unicode.Scalar? {
        let letters = language == .az ? azerbaijani : english
        let value = Int(scalar.value)
        return value < letters.count ? letters[value] : small(scalar)
    }

    // Every letter of every lesson is looked up, so those of Latin scripts stand in a table.
    private static let azerbaijani = english.enumerated().map { value, letter -> Unicode.Scalar? in
        value == 0x49 ? "ı" : letter
    }
    private static let english = (0..<0x250).map { value -> Unicode.Scalar? in
        value == 0x130 ? "i" : Unicode.Scalar(value).flatMap(small)
    }

    private static func small(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        guard scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal else { return nil }
        return scalar.properties.lowercaseMapping.unicodeScalars.first
    }

    /// Whether a word of a text, in small letters, is the last word of a term, be it with the endings of its grammar.
    static func isForm(_ word: [Unicode.Scalar], of stem: [Unicode.Scalar], in language: ContentLanguage) -> Bool {
        if word == stem { return true }
        // A short word with an ending is too often another word.
        guard stem.count > 3, word.count >= stem.count else { return false }
        return language == .az ? isAzerbaijaniForm(word, of: stem) : isEnglishPlural(word, of: stem)
    }

    private static func isEnglishPlural(_ word: [Unicode.Scalar], of stem: [Unicode.Scalar]) -> Bool {
        if word.starts(with: stem) { return [["s"], ["e", "s"]].contains(Array(word.dropFirst(stem.count))) }
        return stem.last == "y" && word == stem.dropLast() + ["i", "e", "s"]
    }

    private static func isAzerbaijaniForm(_ word: [Unicode.Scalar], of stem: [Unicode.Scalar]) -> Bool {
        if word.starts(with: stem) { return isEnding(Array(word.dropFirst(stem.count))) }
        // Before a vowel the final q becomes ğ, the final k y: qovluq, qovluğu; kimlik, kimliyin.
        guard let soft = stem.last.flatMap({ softened[$0] }), word.starts(with: stem.dropLast() + [soft]) else {
            return false
        }
        let ending = Array(word.dropFirst(stem.count))
        return ending.first.map(vowels.contains) ?? false && isEnding(ending)
    }

    private static let softened: [Unicode.Scalar: Unicode.Scalar] = ["q": "ğ", "k": "y"]
    private static let vowels = Set("aəıioöuüe".unicodeScalars)

    /// Plural, possessive, case and copula, in this order and each optional.
    ///
    /// Endings that make another word of a noun (-lı, -sız, -çı, -lıq, -lamaq) are not among them.
    private static let slots: [[[Unicode.Scalar]]] = [
        "lar lər",
        "ım im um üm ın in un ün ımız imiz umuz ümüz ınız iniz unuz ünüz mız miz muz müz sı si su sü ı i u ü",
        "nın nin nun nün ın in un ün nı ni nu nü yı yi yu yü ı i u ü na nə ya yə a ə nda ndə da də ndan ndən dan dən",
        "la lə yla ylə dır dir dur dür",
    ].map { $0.split(separator: " ").map { Array($0.unicodeScalars) } }

    private static func isEnding(_ ending: [Unicode.Scalar]) -> Bool {
        guard ending.count <= 14 else { return false }
        var reached: Set = [0]
        for slot in slots {
            for start in reached {
                for form in slot where ending[start...].starts(with: form) { reached.insert(start + form.count) }
            }
        }
        return reached.contains(ending.count)
    }
}
