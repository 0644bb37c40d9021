/// Collects the faults, so that one reading names all of them.
final class ProblemLog {
    /// A broken file could bury all others under its own faults.
    private static let mostPerFile = 200

    private var found: [ContentProblem] = []
    private var countByFile: [String: Int] = [:]

    var hasErrors: Bool { found.contains { $0.severity == .error } }

    /// In the order of files and lines.
    var problems: [ContentProblem] {
        found.enumerated().sorted { left, right in
            (left.element.file, left.element.line ?? 0, left.offset)
                < (right.element.file, right.element.line ?? 0, right.offset)
        }.map(\.element)
    }

    func error(_ place: Place, _ message: String, mend: String) {
        add(place, .error, message, mend)
    }

    func warning(_ place: Place, _ message: String, mend: String) {
        add(place, .warning, message, mend)
    }

    /// Takes over what the renderer found in a text whose first line is line `firstLine` of the file.
    ///
    /// - Parameter isExact: whether the text's lines are the file's; otherwise all faults stand at `firstLine`.
    func take(_ findings: [Markdown.Finding], in file: String, firstLine: Int, isExact: Bool = true) {
        for finding in findings {
            let line = isExact ? firstLine + finding.line - 1 : firstLine
            add(Place(file: file, line: line), finding.severity, finding.message, finding.mend)
        }
    }

    private func add(_ place: Place, _ severity: ContentProblem.Severity, _ message: String, _ mend: String) {
        let count = countByFile[place.file, default: 0] + 1
        countByFile[place.file] = count
        if count < Self.mostPerFile {
            found.append(
                ContentProblem(
                    file: place.file, line: place.line, severity: severity, message: shortened(message),
                    mend: shortened(mend)))
        } else if count == Self.mostPerFile {
            found.append(
                ContentProblem(
                    file: place.file, line: nil, severity: .error, message: "the file has more faults than are shown",
                    mend: "mend these first"))
        }
    }
}

/// A line of a file of the content.
struct Place: Hashable {
    let file: String
    let line: Int?

    init(file: String, line: Int? = nil) {
        self.file = file
        self.line = line
    }
}

/// A message quotes the author; what is quoted must not flood the terminal or steer it.
private func shortened(_ text: String) -> String {
    let clean = String(String.UnicodeScalarView(text.unicodeScalars.prefix(300).map { $0.isControl ? " " : $0 }))
    return clean.unicodeScalars.count < text.unicodeScalars.count ? clean + "…" : clean
}
