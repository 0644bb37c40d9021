import Mustache
import Organization

/// What the frame around every page shows.
struct Layout: Sendable {
    struct LanguageLink: Sendable {
        let code: String
        let label: String
        let path: String
        let isCurrent: Bool
    }

    let language: String
    let title: String
    let main: String
    let menu: [MenuEntry]
    let languages: [LanguageLink]
    let personName: String?
    let isDemo: Bool
    let isColumn: Bool
    let standsAlone: Bool
    let formToken: String

    init(page: some Page, main: String, visit: Visit, words: Words, isDemo: Bool, formToken: String) {
        language = visit.language.rawValue
        title = page.title
        self.main = main
        menu = page.standsAlone ? [] : Menu.entries(for: visit.viewer, at: page.section, words: words)
        let back = QueryText.escaped(visit.location)
        languages = Language.allCases.map {
            LanguageLink(
                code: $0.rawValue, label: $0.rawValue.uppercased(), path: "/language/\($0.rawValue)?to=\(back)",
                isCurrent: $0 == visit.language)
        }
        personName = visit.viewer.map { "\($0.name.given) \($0.name.family)" }
        self.isDemo = isDemo
        isColumn = page.isColumn
        standsAlone = page.standsAlone
        self.formToken = formToken
    }
}

// Every page has its layout: read without a mirror, it costs a tenth. A test holds the names against the properties.

extension Layout: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "language": language
        case "title": title
        case "main": main
        case "menu": menu
        case "languages": languages
        case "personName": personName
        case "isDemo": isDemo
        case "isColumn": isColumn
        case "standsAlone": standsAlone
        case "formToken": formToken
        default: nil
        }
    }
}

extension Layout.LanguageLink: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "code": code
        case "label": label
        case "path": path
        case "isCurrent": isCurrent
        default: nil
        }
    }
}

extension MenuEntry: MustacheParent {
    func child(named name: String) -> Any? {
        switch name {
        case "path": path
        case "label": label
        case "isCurrent": isCurrent
        default: nil
        }
    }
}
