import Organization

/// The frame around pages, which looks the same to everybody with the same menu but for a few places.
struct Layout: Sendable {
    /// What decides how a frame looks.
    struct Kind: Hashable, Sendable {
        let language: Language
        let section: Section
        let standsAlone: Bool
        let isColumn: Bool
        /// The roles of the viewer; nothing for a visitor who is not signed in.
        let roles: Set<Role.Kind>?

        init(of page: some Page, for visit: Visit) {
            language = visit.language
            section = page.section
            standsAlone = page.standsAlone
            isColumn = page.isColumn
            roles = visit.viewer.map { Set($0.roles.map(\.kind)) }
        }
    }

    struct LanguageLink: Sendable {
        let code: String
        let label: String
        let path: String
        let isCurrent: Bool
    }

    let language: String
    let menu: [MenuEntry]
    let languages: [LanguageLink]
    let isSignedIn: Bool
    let isDemo: Bool
    let isColumn: Bool
    let standsAlone: Bool

    init(_ kind: Kind, words: Words, isDemo: Bool) {
        language = kind.language.rawValue
        menu = kind.standsAlone ? [] : Menu.entries(forRoles: kind.roles, at: kind.section, words: words)
        languages = Language.allCases.map {
            LanguageLink(
                code: $0.rawValue, label: $0.rawValue.uppercased(), path: "/language/\($0.rawValue)?to=",
                isCurrent: $0 == kind.language)
        }
        isSignedIn = kind.roles != nil
        self.isDemo = isDemo
        isColumn = kind.isColumn
        standsAlone = kind.standsAlone
    }
}
