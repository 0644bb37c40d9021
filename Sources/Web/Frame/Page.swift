import Organization

/// What one template shows: a value whose properties are the template's tags.
protocol Page: Sendable {
    static var template: String { get }
    /// The window's title, and nothing else's: the page's own heading stands in its template.
    var title: String { get }
    /// Which entry of the menu is the present one.
    var section: Section { get }
    /// Whether the page stands alone, without a menu: a question.
    var standsAlone: Bool { get }
    /// Whether the text is a column to read rather than a page to work on.
    var isColumn: Bool { get }
}

extension Page {
    var section: Section { .none }
    var standsAlone: Bool { false }
    var isColumn: Bool { false }
}

/// The entries of the menu.
enum Section: Hashable, Sendable {
    case none
    case home, courses, competencies, certificates
    case staff, assignments, imports
    case overview, unitReport
    case content
    case accounts, auditLog
}
