import CCMark

extension MarkdownRenderer {
    mutating func table(_ node: CommonMarkNode) {
        let table = MarkdownTable(node.literal)
        for line in table.strayLines {
            error(node.line + line, "the line is no row of the table", mend: "begin and end it with |")
        }
        guard let head = table.rows.first, table.rows.count > 1 else {
            return error(node.line, "the table has no rows", mend: "write a head and at least one row, | a | b |")
        }
        if table.caption.isEmpty {
            error(node.line, "the table has no caption", mend: "write `caption: …` as the block's first line")
        }
        let label = escapedAttribute(CommonMarkDocument(table.caption)?.words ?? table.caption)
        html += "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"\(label)\"><table>\n"
        html += "<caption>\(cell(table.caption, line: node.line + 1))</caption>\n<thead>\n<tr>"
        let numberClasses = head.cells.indices.map { $0 > 0 && table.isNumeric($0) ? " class=\"n\"" : "" }
        for (column, text) in head.cells.enumerated() {
            let number = numberClasses[column]
            let content = cell(text, line: node.line + head.line)
            html += content.isEmpty ? "<td></td>" : "<th scope=\"col\"\(number)>\(content)</th>"
        }
        html += "</tr>\n</thead>\n<tbody>\n"
        for row in table.rows.dropFirst() {
            if row.cells.count != head.cells.count {
                error(
                    node.line + row.line, "the row has \(row.cells.count) cells, the head \(head.cells.count)",
                    mend: "a | inside a text is written \\|")
            }
            html += "<tr>"
            for (column, text) in row.cells.prefix(head.cells.count).enumerated() {
                let content = cell(text, line: node.line + row.line)
                let number = numberClasses[column]
                html += column == 0 ? "<th scope=\"row\">\(content)</th>" : "<td\(number)>\(content)</td>"
            }
            html += "</tr>\n"
        }
        html += "</tbody>\n</table></div>\n"
    }

    private mutating func cell(_ text: String, line: Int) -> String {
        guard !text.isEmpty else { return "" }
        var inner = MarkdownRenderer(markdown: markdown, lineOffset: lineOffset + line - 1, calloutDepth: 1)
        inner.render(text, form: .inline)
        findings += inner.findings
        return inner.html
    }
}
