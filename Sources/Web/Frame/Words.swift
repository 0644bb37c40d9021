import Organization
import Yams

/// The interface's words in one language, by key.
///
/// In Swift a key is always written out, `words["home.title"]`, and in a template as `[[home.title]]`: a test holds
/// both against the three files and refuses a key that is missing or that nobody uses.
struct Words: Sendable {
    let language: Language
    private let texts: [String: String]

    init(language: Language, texts: [String: String]) {
        self.language = language
        self.texts = texts
    }

    subscript(key: String) -> String { texts[key] ?? key }

    /// A text with `{{name}}` in it, filled in.
    subscript(key: String, values: [String: String]) -> String {
        values.reduce(self[key]) { text, value in text.replacing("{{\(value.key)}}", with: value.value) }
    }

    var keys: Set<String> { Set(texts.keys) }

    /// Reads the files of `words/<language>/`, one for each part of the site.
    static func load(_ language: Language) throws -> Words {
        let folder = "words/\(language.rawValue)"
        let texts = try Resources.names(in: folder, ending: ".yml").reduce(into: [String: String]()) { texts, name in
            let own = try YAMLDecoder().decode([String: String].self, from: Resources.text("\(folder)/\(name).yml"))
            texts.merge(own) { first, _ in first }
        }
        return Words(language: language, texts: texts)
    }
}
