/// One fault of the content: where it is, what is wrong, and what mends it.
package struct ContentProblem: Hashable, Sendable, CustomStringConvertible {
    package enum Severity: String, Sendable, Codable {
        /// The content cannot be used as it stands.
        case error
        /// The content works, but probably not as its author meant.
        case warning
    }

    /// The path from the folder that holds `courses/`.
    package let file: String
    /// 1-based; nothing where the fault is the file itself.
    package let line: Int?
    package let severity: Severity
    package let message: String
    package let mend: String

    package init(file: String, line: Int?, severity: Severity, message: String, mend: String) {
        self.file = file
        self.line = line
        self.severity = severity
        self.message = message
        self.mend = mend
    }

    package var description: String {
        let place = line.map { "\(file):\($0)" } ?? file
        return "\(place): \(severity == .warning ? "warning: " : "")\(message) — \(mend)"
    }
}
