/// What cairo 1.16 cannot write into a tagged PDF: its language, and what its figures show.
///
/// Both are added as an incremental update (ISO 32000-1, 7.5.6): changed copies of a few objects and a second
/// cross-reference table behind the first, so that no offset in cairo's own part moves. A document that is not laid out
/// as cairo 1.16 does it is given back as it came: it stays valid, only less spoken.
struct PDFAccessibility {
    let language: String
    /// In the order in which the figures were drawn, which is the order of cairo's object numbers.
    let figureDescriptions: [String]

    func added(to document: [UInt8]) -> [UInt8] {
        guard let table = CrossReferences(of: document) else { return document }
        var update = Update(document: document, table: table)
        var descriptions = figureDescriptions[...]
        for number in 1..<table.offsets.count {
            let head = "\(number) 0 obj\n<< /Type "
            let start = table.offsets[number]
            if document.holds(head + "/Catalog\n", at: start) {
                update.change(number, inserting: "/Lang (\(tag)) /ViewerPreferences << /DisplayDocTitle true >> ")
            } else if document.holds(head + "/StructElem\n   /S /Figure\n", at: start),
                let description = descriptions.popFirst()
            {
                update.change(number, inserting: "/Alt \(hexString(description)) ")
            }
        }
        return update.finished()
    }

    /// Only what a BCP 47 tag may hold: a bracket would end the string that it stands in.
    private var tag: String {
        language.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    }
}

/// Where cairo's cross-reference table says that each object begins.
private struct CrossReferences {
    let start: Int
    /// By object number; number 0 is the head of the list of free objects.
    let offsets: [Int]
    /// The trailer's entries from `/Size` on.
    let trailer: String

    init?(of document: [UInt8]) {
        let tail = String(decoding: document.suffix(40), as: UTF8.self).split(separator: "\n")
        guard tail.count >= 3, tail[tail.count - 3] == "startxref", let start = Int(tail[tail.count - 2]),
            document.holds("xref\n0 ", at: start)
        else { return nil }
        let text = String(decoding: document[start...], as: UTF8.self)
        let lines = text.split(separator: "\n")
        guard lines.count > 2, let count = Int(lines[1].dropFirst(2)), count > 1, lines.count > count + 2,
            let entries = text.firstRange(of: "trailer\n<< "), let end = text.firstRange(of: "\n>>\nstartxref")
        else { return nil }
        self.start = start
        offsets = lines[2..<(2 + count)].compactMap { Int($0.prefix(10)) }
        guard offsets.count == count else { return nil }
        trailer = String(text[entries.upperBound..<end.lowerBound])
    }
}

/// The objects that change, and the table that points to them.
private struct Update {
    private var document: [UInt8]
    private let table: CrossReferences
    private var changed: [(number: Int, offset: Int)] = []

    init(document: [UInt8], table: CrossReferences) {
        self.document = document
        self.table = table
    }

    /// Appends a copy of an object with something more at the start of its dictionary.
    mutating func change(_ number: Int, inserting entries: String) {
        let start = table.offsets[number]
        let head = "\(number) 0 obj\n<< "
        guard let end = document[start...].firstRange(of: Array("endobj\n".utf8))?.upperBound else { return }
        changed.append((number, document.count))
        document += Array((head + entries).utf8) + document[(start + head.utf8.count)..<end]
    }

    consuming func finished() -> [UInt8] {
        guard !changed.isEmpty else { return document }
        let start = document.count
        let sections = changed.map { number, offset in
            let digits = String(offset)
            return "\(number) 1\n\(String(repeating: "0", count: 10 - digits.count))\(digits) 00000 n \n"
        }
        let trailer = "trailer\n<< \(table.trailer)\n   /Prev \(table.start)\n>>\nstartxref\n\(start)\n%%EOF\n"
        return document + Array(("xref\n" + sections.joined() + trailer).utf8)
    }
}

extension [UInt8] {
    fileprivate func holds(_ text: String, at start: Int) -> Bool {
        start >= 0 && start <= count && self[start...].starts(with: text.utf8)
    }
}

/// A text string of PDF: UTF-16, big-endian, with its byte order mark, in hexadecimal.
private func hexString(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF")
    let units = [0xFEFF] + text.utf16
    return "<" + String(units.flatMap { unit in [12, 8, 4, 0].map { digits[Int(unit >> $0 & 0xF)] } }) + ">"
}
