import CCMark

extension MarkdownRenderer {
    mutating func openLink(_ node: CommonMarkNode) {
        let line = line(of: node)
        if node.firstChild == nil { error(line, "a link has no text", mend: "write what it leads to in the [ ]") }
        var opening: String?
        switch WebAddress(node.url) {
        case .external(let address): opening = "<a href=\"\(escapedAttribute(address))\" rel=\"noopener\">"
        case .contact(let address): opening = "<a href=\"\(escapedAttribute(address))\">"
        case .refused(let reason, let mend): error(line, reason, mend: mend)
        case .term(let id): opening = termLink(id, line: line)
        case .relative(let path):
            switch markdown.target(path) {
            case .page(let address), .figure(let address, _, _):
                opening = "<a href=\"\(escapedAttribute(address))\">"
            case .missing(let mend): error(line, "the link to `\(path)` leads nowhere", mend: mend)
            }
        }
        openLinks.append(opening != nil)
        html += opening ?? ""
    }

    mutating func show(_ image: OpenImage) {
        let alt = trimmed(image.alt)
        if alt.isEmpty {
            error(image.line, "the image has no description", mend: "say in the [ ] what it shows")
        }
        let url = image.node.url
        guard case .relative(let path) = WebAddress(url) else {
            error(image.line, "the image `\(url)` is no file of the course", mend: "put it into the course's files/")
            html += escaped(alt)
            return
        }
        switch markdown.target(path) {
        case .figure(let address, let width, let height):
            html += "<img src=\"\(escapedAttribute(address))\" alt=\"\(escapedAttribute(alt))\""
            html += " width=\"\(width)\" height=\"\(height)\" loading=\"lazy\">"
        case .page:
            error(image.line, "`\(path)` is no image", mend: "name an SVG file of the course's files/")
            html += escaped(alt)
        case .missing(let mend):
            error(image.line, "the image `\(path)` is not there", mend: mend)
            html += escaped(alt)
        }
    }

    /// Inside an image only the words count: they are its description.
    mutating func enterAlternative(_ node: CommonMarkNode) {
        switch node.kind {
        case CMARK_NODE_TEXT, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE: image?.alt += node.literal
        case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: image?.alt += " "
        default: break
        }
    }
}
