import Organization
import Yams

/// One value of a YAML file, with the place to name when it is wrong.
///
/// Each reading either gives the value or puts the fault into the log and gives nothing: no reader stops at a fault.
struct YAMLValue {
    let node: Node
    let file: String
    /// Lines of the file before the YAML text: the front matter of a lesson begins at its second line.
    let lineOffset: Int
    /// What messages call it.
    let name: String
    let log: ProblemLog

    var place: Place { Place(file: file, line: node.mark.map { $0.line + lineOffset }) }

    func fault(_ message: String, mend: String) {
        log.error(place, message, mend: mend)
    }

    func value(_ node: Node, name: String) -> YAMLValue {
        YAMLValue(node: node, file: file, lineOffset: lineOffset, name: name, log: log)
    }

    func named(_ name: String) -> YAMLValue { value(node, name: name) }

    /// Whether nothing was written: `key:`, `key: ~` or `key: null`.
    var isEmpty: Bool {
        guard case .scalar(let scalar) = node else { return false }
        return scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
    }

    /// The members of a list.
    func items(_ count: ClosedRange<Int> = 0...Int.max, of things: String = "entries") -> [YAMLValue]? {
        guard case .sequence(let sequence) = node else {
            fault("\(name) is not a list", mend: "write one entry a line, each after `- `")
            return nil
        }
        guard count.contains(sequence.count) else {
            let wanted =
                count.upperBound == Int.max
                ? "at least \(count.lowerBound)" : "\(count.lowerBound) to \(count.upperBound)"
            fault("\(name) has \(sequence.count) \(things)", mend: "give it \(wanted)")
            return nil
        }
        return sequence.enumerated().map { value($0.element, name: "\(name)[\($0.offset + 1)]") }
    }

    /// A text that is not blank.
    func text() -> String? {
        guard case .scalar(let scalar) = node else {
            fault("\(name) is not a text", mend: "write the text after `: `, in \"quotes\" if it begins with a bracket")
            return nil
        }
        let text = trimmed(scalar.string)
        guard !isEmpty, !text.isEmpty else {
            fault("\(name) is empty", mend: "write the text")
            return nil
        }
        if let hidden = text.unicodeScalars.first(where: \.isHidden) {
            fault("\(name) holds the hidden character \(hidden.code)", mend: "delete it")
            return nil
        }
        return text
    }

    func whole(in range: ClosedRange<Int>) -> Int? {
        guard let text = scalar else { return notANumber() }
        guard let number = Int(text) else { return notANumber() }
        guard range.contains(number) else {
            fault("\(name) is \(number)", mend: "write a number from \(range.lowerBound) to \(range.upperBound)")
            return nil
        }
        return number
    }

    func number(in range: ClosedRange<Double>) -> Double? {
        let digits = Set("0123456789.+-eE")
        guard let text = scalar, text.allSatisfy(digits.contains), let number = Double(text) else {
            return notANumber()
        }
        guard range.contains(number) else {
            fault("\(name) is \(text)", mend: "write a number from \(range.lowerBound) to \(range.upperBound)")
            return nil
        }
        return number
    }

    func truth() -> Bool? {
        switch scalar {
        case "true": return true
        case "false": return false
        default:
            fault("\(name) is neither true nor false", mend: "write `true` or `false`")
            return nil
        }
    }

    /// One of the words that `meaning` knows.
    func word<Meaning>(of meanings: [(word: String, meaning: Meaning)]) -> Meaning? {
        guard let text = text() else { return nil }
        if let found = meanings.first(where: { $0.word == text }) { return found.meaning }
        let words = meanings.map(\.word)
        fault(
            "\(name) is `\(text)`",
            mend: Courseware.mend(for: text, among: words, otherwise: "write one of \(words.joined(separator: ", "))"))
        return nil
    }

    private var scalar: String? { node.scalar?.string }

    private func notANumber<Number>() -> Number? {
        let hasComma = scalar?.contains(",") ?? false
        fault("\(name) is not a number", mend: hasComma ? "write a point, not a comma" : "write digits, such as 12")
        return nil
    }
}

func trimmed(_ text: String) -> String {
    let blanks = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !blanks($0) }), let last = scalars.lastIndex(where: { !blanks($0) })
    else { return "" }
    return String(scalars[first...last])
}
