/// The inside of a `table` block: a caption, a head and rows of cells between `|`.
struct MarkdownTable {
    struct Row {
        /// 1-based, in the block.
        let line: Int
        let cells: [String]
    }

    private(set) var caption = ""
    private(set) var rows: [Row] = []
    /// Lines that are neither caption nor row.
    private(set) var strayLines: [Int] = []

    init(_ literal: String) {
        for (index, line) in literal.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let text = trimmed(String(line))
            if text.isEmpty { continue }
            if rows.isEmpty, caption.isEmpty, text.hasPrefix("caption:") {
                caption = trimmed(String(text.dropFirst("caption:".count)))
            } else if text.hasPrefix("|") {
                let cells = Self.cells(of: text)
                // Other dialects draw a line of dashes below the head.
                let isRule = rows.count == 1 && cells.allSatisfy { !$0.isEmpty && $0.allSatisfy { "-:".contains($0) } }
                if !isRule { rows.append(Row(line: index + 1, cells: cells)) }
            } else {
                strayLines.append(index + 1)
            }
        }
    }

    /// Whether a column holds nothing but numbers, which stand to the right.
    func isNumeric(_ column: Int) -> Bool {
        let cells = rows.dropFirst().compactMap { $0.cells.indices.contains(column) ? $0.cells[column] : nil }
        return !cells.isEmpty
            && cells.allSatisfy { cell in
                cell.contains(where: \.isNumber) && cell.allSatisfy { $0.isNumber || " .,%+-−\u{A0}".contains($0) }
            }
    }

    /// The texts between the bars; `\|` is a bar that belongs to the text.
    private static func cells(of line: String) -> [String] {
        var cells: [String] = []
        var cell = ""
        var isEscaped = false
        for character in line.dropFirst() {
            if isEscaped {
                cell += character == "|" ? "|" : "\\\(character)"
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else if character == "|" {
                cells.append(trimmed(cell))
                cell = ""
            } else {
                cell.append(character)
            }
        }
        if isEscaped { cell += "\\" }
        let last = trimmed(cell)
        return last.isEmpty ? cells : cells + [last]
    }
}
