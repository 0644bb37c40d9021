import CCMark

/// Writes the HTML of one CommonMark document, and collects what is wrong with it.
struct MarkdownRenderer {
    enum Form { case blocks, inline, callout }

    /// Containers inside one another; browsers stop at some hundreds, readers much earlier.
    static let mostNesting = 32

    let markdown: Markdown
    /// The line of the whole text before the first of this document.
    let lineOffset: Int
    /// Call-outs around this document.
    let calloutDepth: Int

    var findings: [Markdown.Finding] = []
    var segments: [Markdown.Segment] = []
    var html = ""
    var form = Form.blocks
    var blockLine = 1
    var lastHeading = 1
    var openLinks: [Bool] = []
    var image: OpenImage?
    /// Terms of the glossary that the text has linked to: only a term's first occurrence is a link.
    var linkedTerms: Set<String> = []
    var isAmongSources = false
    var bareParagraph: CommonMarkNode?

    struct OpenImage {
        let node: CommonMarkNode
        let line: Int
        var alt = ""
    }

    init(markdown: Markdown, lineOffset: Int = 0, calloutDepth: Int = 0) {
        self.markdown = markdown
        self.lineOffset = lineOffset
        self.calloutDepth = calloutDepth
    }

    var rendered: Markdown.Rendered {
        let last: [Markdown.Segment] = html.isEmpty ? [] : [.html(html)]
        return Markdown.Rendered(segments: segments + last, findings: findings)
    }

    mutating func render(_ source: String, form: Form) {
        self.form = form
        guard let document = readable(source) else { return }
        if form == .inline, let first = document.root.firstChild,
            !first.isOnlyChild || (first.kind != CMARK_NODE_PARAGRAPH && first.kind != CMARK_NODE_HTML_BLOCK)
        {
            error(1, "the text is more than one paragraph", mend: "write one paragraph without lists or headings")
        }
        var depth = 0
        var isTooDeep = false
        document.walk { node, step in
            if step == .exit {
                depth -= 1
                leave(node)
                return true
            }
            if node.hasExit { depth += 1 }
            isTooDeep = depth > Self.mostNesting
            if isTooDeep { return false }
            if node.isBlock { blockLine = max(node.line, 1) }
            enter(node)
            return true
        }
        if isTooDeep {
            html = ""
            segments = []
            error(blockLine, "the text is nested more than \(Self.mostNesting) deep", mend: "nest less")
        } else if html.isEmpty, segments.isEmpty, findings.isEmpty {
            error(1, "the text shows nothing", mend: "write what the reader is to see")
        }
    }

    // Reading a line with thousands of list markers takes libcmark quadratic time, so such a line is not read at all.
    private mutating func readable(_ source: String) -> CommonMarkDocument? {
        guard source.utf8.count <= Markdown.mostBytes else {
            error(1, "the text is longer than \(Markdown.mostBytes / 1024) KB", mend: "split it")
            return nil
        }
        if let line = lineWithManyMarkers(in: source) {
            error(line, "the line is nested more than \(Self.mostNesting) deep", mend: "nest less")
            return nil
        }
        return CommonMarkDocument(source)
    }

    private mutating func enter(_ node: CommonMarkNode) {
        if image != nil { return enterAlternative(node) }
        switch node.kind {
        case CMARK_NODE_BLOCK_QUOTE: html += "<blockquote>\n"
        case CMARK_NODE_LIST:
            let start = node.listStart == 1 ? "" : " start=\"\(node.listStart)\""
            html += node.isOrdered ? "<ol\(start)>\n" : "<ul>\n"
        case CMARK_NODE_ITEM: html += "<li>"
        case CMARK_NODE_PARAGRAPH: enterParagraph(node)
        case CMARK_NODE_HEADING: enterHeading(node)
        case CMARK_NODE_THEMATIC_BREAK: html += "<hr>\n"
        case CMARK_NODE_CODE_BLOCK: fence(node)
        case CMARK_NODE_HTML_BLOCK:
            warnOfMarkup(node)
            let text = escaped(trimmed(node.literal))
            html += form == .inline ? text : "<p>\(text)</p>\n"
        case CMARK_NODE_HTML_INLINE:
            warnOfMarkup(node)
            html += escaped(node.literal)
        case CMARK_NODE_TEXT: text(node)
        case CMARK_NODE_CODE: html += "<code>\(escaped(node.literal))</code>"
        case CMARK_NODE_SOFTBREAK where node.previous.map(isCalloutTitle) ?? false: break
        case CMARK_NODE_SOFTBREAK: html += "\n"
        case CMARK_NODE_LINEBREAK where node.previous.map(isCalloutTitle) ?? false: break
        case CMARK_NODE_LINEBREAK: html += "<br>\n"
        case CMARK_NODE_EMPH: html += "<em>"
        case CMARK_NODE_STRONG: html += "<strong>"
        case CMARK_NODE_LINK: openLink(node)
        case CMARK_NODE_IMAGE: image = OpenImage(node: node, line: line(of: node))
        default: break
        }
    }

    private mutating func leave(_ node: CommonMarkNode) {
        if let open = image {
            guard open.node == node else { return }
            image = nil
            return show(open)
        }
        switch node.kind {
        case CMARK_NODE_BLOCK_QUOTE: html += "</blockquote>\n"
        case CMARK_NODE_LIST: html += node.isOrdered ? "</ol>\n" : "</ul>\n"
        case CMARK_NODE_ITEM: html += "</li>\n"
        case CMARK_NODE_PARAGRAPH: if bareParagraph == node { bareParagraph = nil } else { html += "</p>\n" }
        case CMARK_NODE_HEADING: html += "</h\(shownLevel(node))>\n"
        case CMARK_NODE_EMPH: html += "</em>"
        case CMARK_NODE_STRONG: leaveStrong(node)
        case CMARK_NODE_LINK: if openLinks.popLast() ?? false { html += "</a>" }
        default: break
        }
    }
}

extension MarkdownRenderer {
    mutating func error(_ line: Int, _ message: String, mend: String) {
        findings.append(.init(line: lineOffset + line, severity: .error, message: message, mend: mend))
    }

    mutating func warning(_ line: Int, _ message: String, mend: String) {
        findings.append(.init(line: lineOffset + line, severity: .warning, message: message, mend: mend))
    }

    fileprivate mutating func warnOfMarkup(_ node: CommonMarkNode) {
        warning(
            line(of: node), "HTML is shown as text", mend: "write CommonMark, or put it in `backticks` if it is meant")
    }

    func line(of node: CommonMarkNode) -> Int { max(blockLine, node.line) }
}

/// The first line that opens more containers than a text may have inside one another.
private func lineWithManyMarkers(in source: String) -> Int? {
    let ends = Set("-+*.)".utf8)
    let beginnings = Set(" \t>-+*.)0123456789".utf8)
    let lines = source.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let tooDeep = lines.firstIndex { line in
        var markers = 0
        var last: UInt8 = 0
        for byte in line.prefix(while: beginnings.contains) {
            let endsMarker = (byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")) && ends.contains(last)
            if byte == UInt8(ascii: ">") || endsMarker { markers += 1 }
            last = byte
        }
        return markers > MarkdownRenderer.mostNesting
    }
    return tooDeep.map { $0 + 1 }
}
