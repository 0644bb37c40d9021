/// A place in Swift where a word is asked for by its key.
struct WordUse {
    let key: String
    let place: String
    /// The tags that are filled in there; nothing where the values are not written out.
    let filled: Set<String>?

    /// All uses in the sources of Web, and the places that ask by something else than a written-out key.
    static func all() throws -> (uses: [WordUse], faults: [String]) { try read.get() }

    private static let read = Result { () throws -> (uses: [WordUse], faults: [String]) in
        var uses: [WordUse] = []
        var faults: [String] = []
        // Words.swift holds the subscript itself, Templates.swift puts words into templates.
        let files = try Repository.files(in: "Sources/Web", ending: ".swift")
            .filter { !["Words.swift", "Templates.swift"].contains($0.name) }
        for file in files {
            let source = SwiftText(file.text).code
            for match in source.matches(of: #/\bwords\b/#.wordBoundaryKind(.simple)) {
                var rest = source[match.range.upperBound...]
                if rest.first == "(" { rest = rest[balanced(rest).endIndex...] }
                guard rest.first == "[" else { continue }
                let inside = balanced(rest).dropFirst().dropLast()
                let line = source[..<match.range.lowerBound].count { $0 == "\n" } + 1
                let place = "\(file.path):\(line)"
                guard let key = inside.firstMatch(of: #/^\s*"([^"\\]+)"\s*(,|$)/#) else {
                    faults.append("\(place): write the key out instead of words[\(inside)]")
                    continue
                }
                uses.append(
                    WordUse(key: String(key.1), place: place, filled: filled(in: inside[key.range.upperBound...])))
            }
        }
        return (uses, faults)
    }

    /// The keys of a dictionary literal; nothing for a variable.
    private static func filled(in values: Substring) -> Set<String>? {
        let values = values.drop(while: \.isWhitespace)
        if values.isEmpty { return [] }
        guard values.first == "[" else { return nil }
        var keys: Set<String> = []
        var (depth, before) = (0, Character(" "))
        var index = values.startIndex
        while index < values.endIndex {
            switch values[index] {
            case "[", "(", "{": depth += 1
            case "]", ")", "}": depth -= 1
            case "\"":
                let text = quoted(values[index...])
                let after = values[text.endIndex...].drop(while: \.isWhitespace)
                // After a comma or the bracket: elsewhere a colon belongs to a choice between two values.
                if depth == 1, after.first == ":", before == "[" || before == "," {
                    keys.insert(String(text.dropFirst().dropLast()))
                }
                (index, before) = (text.endIndex, "\"")
                continue
            default: break
            }
            if !values[index].isWhitespace { before = values[index] }
            index = values.index(after: index)
        }
        return keys
    }

    /// From an opening bracket to the closing one that belongs to it.
    private static func balanced(_ text: Substring) -> Substring {
        var depth = 0
        var index = text.startIndex
        while index < text.endIndex {
            switch text[index] {
            case "[", "(", "{": depth += 1
            case "]", ")", "}":
                depth -= 1
                if depth == 0 { return text[...index] }
            case "\"":
                index = quoted(text[index...]).endIndex
                continue
            default: break
            }
            index = text.index(after: index)
        }
        return text
    }

    /// From a quotation mark to the one that closes it, over interpolations.
    private static func quoted(_ text: Substring) -> Substring {
        var depth = 0
        var index = text.index(after: text.startIndex)
        while index < text.endIndex {
            let character = text[index]
            let next = text.index(after: index)
            if character == "\\", next < text.endIndex {
                if text[next] == "(" { depth += 1 }
                index = text.index(after: next)
                continue
            }
            if depth > 0 {
                if character == "(" { depth += 1 }
                if character == ")" { depth -= 1 }
            } else if character == "\"" {
                return text[...index]
            }
            index = next
        }
        return text
    }
}
