import Foundation
import Mustache
import Organization

/// The page templates, one set a language: words are put in when they are read, not when a page is shown.
struct Templates: Sendable {
    private let libraries: [Language: MustacheLibrary]
    private let wordsByLanguage: [Language: Words]

    enum TemplateError: Error, CustomStringConvertible {
        case unknownKey(key: String, template: String, language: Language)
        case unreadable(template: String, error: any Error)

        var description: String {
            switch self {
            case .unknownKey(let key, let template, let language):
                "template \(template) uses the word \(key), which words/\(language).yml lacks: add it there"
            case .unreadable(let template, let error): "template \(template): \(error)"
            }
        }
    }

    static func load(assets: Assets) throws -> Templates {
        MustacheContentTypes.register(PageText(), named: PageText.name)
        let names = try Resources.names(in: "templates", ending: ".mustache")
        let sources = try names.map { ($0, try Resources.text("templates/\($0).mustache")) }
        var libraries: [Language: MustacheLibrary] = [:]
        var wordsByLanguage: [Language: Words] = [:]
        for language in Language.allCases {
            let words = try Words.load(language)
            var library = MustacheLibrary()
            for (name, source) in sources {
                let text = try put(words, assets, into: source, template: name)
                do {
                    try library.register("{{% CONTENT_TYPE:\(PageText.name)}}" + text, named: name)
                } catch {
                    throw TemplateError.unreadable(template: name, error: error)
                }
            }
            libraries[language] = library
            wordsByLanguage[language] = words
        }
        return Templates(libraries: libraries, wordsByLanguage: wordsByLanguage)
    }

    func words(_ language: Language) -> Words {
        wordsByLanguage[language] ?? Words(language: language, texts: [:])
    }

    func render(_ value: Any, with template: String, in language: Language) -> String {
        libraries[language]?.render(value is any MustacheParent ? value : Reflected(value), withTemplate: template)
            ?? ""
    }

    /// Replaces `[[key]]` by the word, and `[[asset:name]]` by the address of an asset.
    private static func put(_ words: Words, _ assets: Assets, into source: String, template: String) throws -> String {
        var text = ""
        var rest = source[...]
        while let start = rest.range(of: "[["), let end = rest[start.upperBound...].range(of: "]]") {
            text += rest[..<start.lowerBound]
            let key = String(rest[start.upperBound..<end.lowerBound])
            if key.hasPrefix("asset:") {
                text += assets.path(of: String(key.dropFirst("asset:".count)))
            } else {
                guard words.keys.contains(key) else {
                    throw TemplateError.unknownKey(key: key, template: template, language: words.language)
                }
                text += HTML.escaped(words[key])
            }
            rest = rest[end.upperBound...]
        }
        return text + rest
    }
}

/// Escapes what a tag shows.
///
/// The engine's own way goes through a text character by character, which costs more than all the rest of a tag.
private struct PageText: MustacheContentType {
    static let name = "PAGE"

    func escapeText(_ text: String) -> String { HTML.escaped(text) }
}
