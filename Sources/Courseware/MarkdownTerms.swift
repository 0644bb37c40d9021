import CCMark

extension MarkdownRenderer {
    /// The text, with a link where one of the glossary's terms stands for the first time.
    mutating func text(_ node: CommonMarkNode) {
        let literal = node.literal
        guard let glossary = markdown.glossary, !isAmongSources, openLinks.isEmpty, isRunningText(node) else {
            html += escaped(literal)
            return
        }
        let scalars = Array(literal.unicodeScalars)
        func piece(_ range: Range<Int>) -> String { escaped(String(String.UnicodeScalarView(scalars[range]))) }
        var end = 0
        for match in glossary.matches(in: scalars) where linkedTerms.insert(match.term).inserted {
            html += piece(end..<match.range.lowerBound) + Self.opening(of: match.term) + piece(match.range) + "</a>"
            end = match.range.upperBound
        }
        html += end == 0 ? escaped(literal) : piece(end..<scalars.count)
    }

    /// The opening tag of a link that the author wrote, `[words](glossary:id)`.
    mutating func termLink(_ id: String, line: Int) -> String? {
        guard let terms = markdown.glossary?.terms else {
            error(line, "a link to the glossary stands outside a lesson", mend: "write the words without a link")
            return nil
        }
        guard terms.contains(id) else {
            error(
                line, "there is no term `\(id)`",
                mend: Courseware.mend(
                    for: id, among: terms, otherwise: "write the id of a term of courses/glossary.yml"))
            return nil
        }
        linkedTerms.insert(id)
        return Self.opening(of: id)
    }

    private static func opening(of term: String) -> String {
        "<a class=\"term\" href=\"\(escapedAttribute(GlossaryAddress.term(term)))\">"
    }

    /// Whether the text stands in a paragraph: headings and cells of tables have no room for links that nobody wrote.
    private func isRunningText(_ node: CommonMarkNode) -> Bool {
        guard form != .inline else { return false }
        var above = node.parent
        while let parent = above, !parent.isBlock { above = parent.parent }
        return above?.kind == CMARK_NODE_PARAGRAPH
    }
}
