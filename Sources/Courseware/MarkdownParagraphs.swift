import CCMark

extension MarkdownRenderer {
    mutating func enterParagraph(_ node: CommonMarkNode) {
        let isInTightList = node.parent?.parent.map { $0.kind == CMARK_NODE_LIST && $0.isTight } ?? false
        let isWhole = form == .inline && node.parent?.kind == CMARK_NODE_DOCUMENT && node.isOnlyChild
        if isInTightList || isWhole || (node.firstChild.map(isCalloutTitle) ?? false) {
            bareParagraph = node
        } else {
            html += "<p>"
        }
    }

    /// Whether the node is the `**Title**` that fills the first line of a call-out.
    func isCalloutTitle(_ node: CommonMarkNode) -> Bool {
        guard form == .callout, node.kind == CMARK_NODE_STRONG, node.previous == nil, node.next?.isBreak ?? true,
            let paragraph = node.parent, paragraph.kind == CMARK_NODE_PARAGRAPH
        else { return false }
        return paragraph.previous == nil && paragraph.parent?.kind == CMARK_NODE_DOCUMENT
    }

    mutating func leaveStrong(_ node: CommonMarkNode) {
        html += "</strong>"
        if isCalloutTitle(node) {
            html += "\n"
            if node.next != nil {
                bareParagraph = nil
                html += "<p>"
            }
        }
    }

    mutating func enterHeading(_ node: CommonMarkNode) {
        let level = node.headingLevel
        if level < 2 {
            error(node.line, "a heading of the first level", mend: "begin headings with ##: the title is the page's #")
        } else if level > lastHeading + 1, calloutDepth == 0 {
            warning(
                node.line, "the heading skips a level", mend: "use \(String(repeating: "#", count: lastHeading + 1))")
        }
        lastHeading = level
        isAmongSources = node.firstChild.map { $0.next == nil && Self.sources.contains($0.literal) } ?? false
        html += "<h\(shownLevel(node))>"
    }

    /// The sections that name laws and books: their titles are no place for links to terms.
    private static let sources: Set = ["Mənbələr", "Sources"]

    func shownLevel(_ node: CommonMarkNode) -> Int { max(2, node.headingLevel) }
}
