/// Reads an SVG file for its size, and for whatever a drawing has no business to hold.
///
/// An allow-list: an SVG file that is opened by its own address is a page of our site, so what is not known to be a
/// shape, a text or a colour is refused. Animation and `a` are left out because they can change or carry an address.
struct SVGReader {
    private static let elements: Set = [
        "svg", "g", "defs", "symbol", "use", "title", "desc", "path", "rect", "circle", "ellipse", "line", "polyline",
        "polygon", "text", "tspan", "linearGradient", "radialGradient", "stop", "clipPath", "mask", "pattern", "marker",
    ]
    private static let entities = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]

    struct Fault: Error, Hashable {
        let line: Int
        let message: String
        let mend: String
    }

    private let text: [UInt8]
    private var position = 0
    private var line = 1
    private var open: [String] = []
    private var viewBox: (width: Double, height: Double)?

    /// The width and height of the drawing.
    static func size(of text: String) throws(Fault) -> (width: Int, height: Int) {
        var reader = SVGReader(text: Array(text.utf8))
        try reader.readDocument()
        guard let box = reader.viewBox else {
            throw Fault(line: 1, message: "the drawing has no view box", mend: "add viewBox=\"0 0 width height\"")
        }
        return (Int(box.width.rounded(.up)), Int(box.height.rounded(.up)))
    }

    private init(text: [UInt8]) {
        self.text = text
    }

    private mutating func readDocument() throws(Fault) {
        var hasRoot = false
        if starts(with: "<?xml") { try skip(past: "?>") }
        while position < text.count {
            if starts(with: "<!--") {
                try skip(past: "-->")
            } else if starts(with: "<!") || starts(with: "<?") {
                throw fault("a declaration (<! or <?) inside the drawing", mend: "save it as plain SVG")
            } else if starts(with: "</") {
                try readClosingTag()
            } else if starts(with: "<") {
                guard !(hasRoot && open.isEmpty) else { throw fault("a second root element", mend: "keep one <svg>") }
                try readOpeningTag(isRoot: !hasRoot)
                hasRoot = true
            } else {
                try readCharacters()
            }
        }
        guard hasRoot else { throw fault("the file is no SVG", mend: "save the drawing as plain SVG") }
        if let unclosed = open.last { throw fault("<\(unclosed)> is not closed", mend: "add </\(unclosed)>") }
    }

    private mutating func readOpeningTag(isRoot: Bool) throws(Fault) {
        position += 1
        let name = readName()
        if isRoot, name != "svg" {
            throw fault("the file begins with <\(name)>", mend: "save the drawing as plain SVG")
        }
        guard Self.elements.contains(name) else {
            throw fault("<\(name)> may not stand in a drawing", mend: "keep to shapes and texts; save it as plain SVG")
        }
        if open.count > 64 { throw fault("the drawing is nested too deeply", mend: "ungroup its shapes") }
        var names: Set<String> = []
        while true {
            skipBlanks()
            if starts(with: "/>") {
                position += 2
                break
            }
            if starts(with: ">") {
                position += 1
                open.append(name)
                break
            }
            let attribute = readName()
            let value = try readValue(of: attribute)
            guard names.insert(attribute).inserted else {
                throw fault("`\(attribute)` stands twice", mend: "keep one of them")
            }
            try check(attribute, value)
            if isRoot, attribute == "viewBox" { try readViewBox(value) }
        }
        if isRoot, !names.contains("xmlns") {
            throw fault("the drawing names no namespace", mend: "add xmlns=\"http://www.w3.org/2000/svg\"")
        }
    }

    private mutating func readClosingTag() throws(Fault) {
        position += 2
        let name = readName()
        skipBlanks()
        guard starts(with: ">"), open.last == name else {
            throw fault("</\(name)> closes nothing", mend: "close the elements in the order in which they were opened")
        }
        position += 1
        open.removeLast()
    }

    /// Text between tags; outside the root only blanks.
    private mutating func readCharacters() throws(Fault) {
        let content = try unescaped(upTo: { $0 == UInt8(ascii: "<") })
        if open.isEmpty, !trimmed(content).isEmpty {
            throw fault("text outside <svg>", mend: "save the drawing as plain SVG")
        }
    }

    private func check(_ attribute: String, _ value: String) throws(Fault) {
        let name = attribute.lowercased()
        if name.hasPrefix("on") {
            throw fault("`\(attribute)` would run a script", mend: "delete the attribute")
        }
        if name == "style" {
            throw fault("`style` may not stand in a drawing", mend: "write its parts as attributes: fill=\"#0b5a62\"")
        }
        switch attribute {
        case "xmlns" where value == "http://www.w3.org/2000/svg": return
        case "xmlns:xlink" where value == "http://www.w3.org/1999/xlink": return
        case "xml:space", "xml:lang": return
        case "href", "xlink:href":
            guard value.hasPrefix("#") else {
                throw fault(
                    "the drawing fetches `\(value)`", mend: "a drawing may use only what stands in it: href=\"#id\"")
            }
        case _ where name.hasPrefix("xmlns") || name.contains(":"):
            throw fault("`\(attribute)` is no attribute of a drawing", mend: "save it as plain SVG")
        default:
            try checkReferences(attribute, value)
        }
    }

    /// `url(#id)` names a part of the drawing; every other `url(…)` fetches something.
    private func checkReferences(_ attribute: String, _ value: String) throws(Fault) {
        let folded = value.lowercased()
        var rest = folded[...]
        while let found = rest.firstRange(of: "url(") {
            rest = rest[found.upperBound...]
            guard rest.drop(while: { " \t\n\"'".contains($0) }).hasPrefix("#") else {
                throw fault(
                    "`\(attribute)` fetches from outside", mend: "use only what stands in the drawing: url(#id)")
            }
        }
        let words = ["javascript:", "data:", "@import", "expression(", "\\"]
        if let word = words.first(where: folded.contains) {
            throw fault("`\(attribute)` holds `\(word)`", mend: "delete the attribute")
        }
    }

    private mutating func readViewBox(_ value: String) throws(Fault) {
        let numbers = value.split { " ,\t\n".contains($0) }.compactMap { Double($0) }
        guard numbers.count == 4, (1...10_000).contains(numbers[2]), (1...10_000).contains(numbers[3]) else {
            throw fault("the view box is `\(value)`", mend: "write viewBox=\"0 0 width height\", each up to 10000")
        }
        viewBox = (numbers[2], numbers[3])
    }
}

// MARK: Characters

extension SVGReader {
    private mutating func readName() -> String {
        let start = position
        while position < text.count, !" \t\n=<>/\"'&".utf8.contains(text[position]) { position += 1 }
        return String(decoding: text[start..<position], as: UTF8.self)
    }

    private mutating func readValue(of attribute: String) throws(Fault) -> String {
        skipBlanks()
        let equals = starts(with: "=")
        if equals { position += 1 }
        skipBlanks()
        guard equals, !attribute.isEmpty, position < text.count, "\"'".utf8.contains(text[position]) else {
            throw fault("`\(attribute)` has no quoted value", mend: "write name=\"value\"")
        }
        let quote = text[position]
        position += 1
        let value = try unescaped(upTo: { $0 == quote })
        guard position < text.count else { throw fault("`\(attribute)` does not end", mend: "add the closing quote") }
        position += 1
        return value
    }

    private mutating func unescaped(upTo isEnd: (UInt8) -> Bool) throws(Fault) -> String {
        var content: [UInt8] = []
        while position < text.count, !isEnd(text[position]) {
            let byte = text[position]
            if byte == UInt8(ascii: "<") { throw fault("a < inside a value", mend: "write &lt;") }
            if byte == UInt8(ascii: "&") {
                content += try readEntity().utf8
            } else {
                if byte == UInt8(ascii: "\n") { line += 1 }
                content.append(byte)
                position += 1
            }
        }
        return String(decoding: content, as: UTF8.self)
    }

    private mutating func readEntity() throws(Fault) -> String {
        let rest = text[(position + 1)...].prefix(12)
        guard let end = rest.firstIndex(where: { !isNameByte($0) }), text[end] == UInt8(ascii: ";") else {
            throw fault("a bare &", mend: "write &amp;")
        }
        let name = String(decoding: rest[..<end], as: UTF8.self)
        position = end + 1
        if let known = Self.entities[name] { return known }
        let number = name.hasPrefix("#x") ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst())
        guard name.hasPrefix("#"), let number, let scalar = Unicode.Scalar(number), !scalar.isHidden else {
            throw fault("`&\(name);` is not known", mend: "write the character itself")
        }
        return String(Character(scalar))
    }

    private func isNameByte(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "#") || (48...57).contains(byte) || (97...122).contains(byte | 0x20)
    }

    private func starts(with word: String) -> Bool { text[position...].starts(with: word.utf8) }

    private mutating func skip(past word: String) throws(Fault) {
        while position < text.count, !starts(with: word) {
            if text[position] == UInt8(ascii: "\n") { line += 1 }
            position += 1
        }
        guard position < text.count else { throw fault("`\(word)` is missing", mend: "save the drawing as plain SVG") }
        position += word.utf8.count
    }

    private mutating func skipBlanks() {
        while position < text.count, " \t\n".utf8.contains(text[position]) {
            if text[position] == UInt8(ascii: "\n") { line += 1 }
            position += 1
        }
    }

    private func fault(_ message: String, mend: String) -> Fault {
        Fault(line: line, message: message, mend: mend)
    }
}
