import Courseware
import Organization

/// A text of the program's own, or several after one another.
struct TextPage: Page {
    static let template = "text"
    let title: String
    let html: String
    var isColumn: Bool { true }

    /// - Parameter names: files of `texts/`, without language and ending; each begins with `# Title`.
    init(names: [String], language: Language) throws {
        let texts = try names.map { try Resources.text("texts/\($0).\(language.rawValue).md") }
        let bodies = texts.map { text -> (title: String, body: String) in
            let lines = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
            let title = lines.first.map { String($0.drop { $0 == "#" || $0 == " " }) } ?? ""
            return (title, lines.count > 1 ? String(lines[1]) : "")
        }
        title = bodies.first?.title ?? ""
        html = bodies.enumerated().map { index, part in
            let heading = index == 0 ? "" : "<h2>\(HTML.escaped(part.title))</h2>"
            return heading + Markdown(target: { .page($0) }).blocks(part.body).html
        }.joined()
    }
}

/// The privacy notice at the first sign-in, and whenever it has changed.
struct PrivacyNoticePage: Page {
    static let template = "privacy-notice"
    let title: String
    let html: String
    let to: String
    let digest: String
    var isColumn: Bool { true }

    init(text: TextPage, to: String, digest: String) {
        title = text.title
        html = text.html
        self.to = to
        self.digest = digest
    }
}
