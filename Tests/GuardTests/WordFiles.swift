/// The interface's words as they stand in `words/<language>/*.yml`.
struct WordFiles {
    static let languages = ["az", "en", "ru"]

    struct Entry {
        let key: String
        let text: String
        /// `path:line`, for whoever mends it.
        let place: String
    }

    let language: String
    let entries: [Entry]
    /// Lines that are no `key: "text"`, and keys out of order or twice.
    let faults: [String]

    var texts: [String: String] { Dictionary(entries.map { ($0.key, $0.text) }) { first, _ in first } }

    init(language: String) throws {
        self.language = language
        var entries: [Entry] = []
        var faults: [String] = []
        var seen: [String: String] = [:]
        for file in try Repository.files(in: "Sources/Web/Resources/words/\(language)", ending: ".yml") {
            var last = ""
            for line in file.lines where !line.text.isEmpty {
                let place = "\(file.path):\(line.number)"
                guard let match = line.text.wholeMatch(of: #/([a-z0-9.-]+): "((?:[^"\\]|\\.)*)"/#) else {
                    faults.append("\(place): write a line as key: \"text\"")
                    continue
                }
                let key = String(match.1)
                if key <= last { faults.append("\(place): \(key) stands after \(last): sort the keys") }
                if let other = seen[key] { faults.append("\(place): \(key) stands in \(other) already") }
                (last, seen[key]) = (key, place)
                let text = match.2.replacing("\\\"", with: "\"").replacing("\\\\", with: "\\")
                entries.append(Entry(key: key, text: String(text), place: place))
            }
        }
        self.entries = entries
        self.faults = faults
    }

    /// The tags in a word: `{{days}}`.
    static func tags(in text: String) -> Set<String> {
        Set(text.matches(of: #/\{\{\s*([^{}]+?)\s*\}\}/#).map { String($0.1) })
    }
}
