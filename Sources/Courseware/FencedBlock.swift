/// What the info string of a fenced block asks for.
enum FencedBlock: Hashable {
    case callout(classes: String)
    case table
    case check
    case code
    case unknown(String, mend: String)

    private static let words = ["note", "warning", "example", "table", "check"]

    init(info: String) {
        let info = trimmed(info)
        let word = String(info.prefix { !$0.isWhitespace })
        switch info {
        case "note": self = .callout(classes: "note")
        case "warning": self = .callout(classes: "note warning")
        case "example": self = .callout(classes: "note example")
        case "table": self = .table
        case "check": self = .check
        case _ where Self.words.contains(word):
            self = .unknown(info, mend: "write `\(word)` alone, and the title as **Title** on the first line inside")
        default:
            // `code`, `sql` and their like are plain code; one letter away from a word of ours is a slip.
            let near = suggestion(for: word, among: Self.words)
            let isSlip =
                near.map { abs($0.count - word.count) <= 1 && commonLetters($0, word) >= $0.count - 1 } ?? false
            self = isSlip ? .unknown(word, mend: "did you mean `\(near ?? "")`? Plain code is `text`") : .code
        }
    }
}

/// Letters of `one` that `other` has too, each counted once.
private func commonLetters(_ one: String, _ other: String) -> Int {
    var left = Array(other.lowercased())
    return one.count { letter in
        guard let index = left.firstIndex(of: letter) else { return false }
        left.remove(at: index)
        return true
    }
}
