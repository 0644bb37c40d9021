import CCMark
import Training

extension MarkdownRenderer {
    mutating func fence(_ node: CommonMarkNode) {
        switch FencedBlock(info: node.info) {
        case .callout(let classes): callout(node, classes: classes)
        case .table: table(node)
        case .check: check(node)
        case .code: html += "<pre tabindex=\"0\"><code>\(escaped(node.literal))</code></pre>\n"
        case .unknown(let word, let mend):
            error(node.line, "the block `\(word)` is not known", mend: mend)
            html += "<pre tabindex=\"0\"><code>\(escaped(node.literal))</code></pre>\n"
        }
    }

    private mutating func callout(_ node: CommonMarkNode, classes: String) {
        guard calloutDepth == 0 else {
            return error(node.line, "a call-out stands inside another", mend: "end the outer one first")
        }
        var inner = MarkdownRenderer(
            markdown: markdown, lineOffset: lineOffset + node.line, calloutDepth: calloutDepth + 1)
        inner.linkedTerms = linkedTerms
        inner.isAmongSources = isAmongSources
        inner.render(node.literal, form: .callout)
        linkedTerms = inner.linkedTerms
        html += "<div class=\"\(classes)\">\n\(inner.html)</div>\n"
        findings += inner.findings
    }

    private mutating func check(_ node: CommonMarkNode) {
        let id = trimmed(node.literal)
        guard markdown.allowsChecks, calloutDepth == 0, node.parent?.kind == CMARK_NODE_DOCUMENT else {
            return error(
                node.line, "a `check` stands inside another block", mend: "put it between the paragraphs of a lesson")
        }
        guard !id.isEmpty, id.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || ".-".contains($0)) }) else {
            return error(node.line, "the `check` names no question", mend: "write one question's id, such as 4.2-003")
        }
        if !html.isEmpty { segments.append(.html(html)) }
        html = ""
        segments.append(.check(QuestionID(id), line: lineOffset + node.line + 1))
    }
}
