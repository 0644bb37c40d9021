/// Reads one record after another; on bytes, for all that parts fields is ASCII.
struct DelimitedTextReader {
    private(set) var delimiter = UInt8(ascii: ",")
    private let bytes: [UInt8]
    private var position = 0
    private var line = 1

    private static let quote = UInt8(ascii: "\"")

    init(_ text: String) { bytes = [UInt8](text.utf8) }

    /// Takes the delimiter that the header line has most of, or the one that a line `sep=;` before it names.
    ///
    /// Spreadsheet programs write `;` where the comma is the decimal sign, as in Azerbaijan and Russia, and “Unicode
    /// text” with tabs.
    mutating func findDelimiter() {
        let candidates = [UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: ",")]
        if bytes.count > 4, bytes.starts(with: [UInt8]("sep=".utf8)), candidates.contains(bytes[4]),
            bytes.count == 5 || isLineBreak(bytes[5])
        {
            delimiter = bytes[4]
            position = 5
            passLineBreak()
            return
        }
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        for byte in bytes.drop(while: { isLineBreak($0) || $0 == UInt8(ascii: " ") }) {
            if byte == Self.quote { isQuoted.toggle() }
            if !isQuoted, isLineBreak(byte) { break }
            if !isQuoted { counts[byte, default: 0] += 1 }
        }
        // Of equals the first is meant: a column's name holds a comma more easily than a tab.
        delimiter =
            candidates.filter { counts[$0] != nil }.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? delimiter
    }

    mutating func nextRecord() throws(StaffFileError) -> DelimitedText.Record? {
        guard position < bytes.count else { return nil }
        let start = line
        var fields: [String] = []
        while true {
            fields.append(try nextField())
            guard position < bytes.count, bytes[position] == delimiter else { break }
            position += 1
        }
        passLineBreak()
        return DelimitedText.Record(line: start, fields: fields)
    }

    private mutating func nextField() throws(StaffFileError) -> String {
        if position < bytes.count, bytes[position] == Self.quote { return try nextQuotedField() }
        let start = position
        while position < bytes.count, bytes[position] != delimiter, !isLineBreak(bytes[position]) { position += 1 }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func nextQuotedField() throws(StaffFileError) -> String {
        let opening = line
        var field: [UInt8] = []
        position += 1
        while position < bytes.count {
            let byte = bytes[position]
            if byte == Self.quote {
                position += 1
                guard position < bytes.count, bytes[position] == Self.quote else {
                    try expectEndOfField()
                    return String(decoding: field, as: UTF8.self)
                }
                field.append(byte)
                position += 1
            } else if isLineBreak(byte) {
                field.append(UInt8(ascii: "\n"))
                passLineBreak()
            } else {
                field.append(byte)
                position += 1
            }
        }
        throw .unclosedQuote(line: opening)
    }

    private func expectEndOfField() throws(StaffFileError) {
        guard position == bytes.count || bytes[position] == delimiter || isLineBreak(bytes[position]) else {
            throw .textAfterQuote(line: line)
        }
    }

    /// Passes `\r\n`, `\n`, or the lone `\r` of old programs.
    private mutating func passLineBreak() {
        guard position < bytes.count else { return }
        let isPair = bytes[position] == 13 && position + 1 < bytes.count && bytes[position + 1] == 10
        position += isPair ? 2 : 1
        line += 1
    }

    private func isLineBreak(_ byte: UInt8) -> Bool { byte == 10 || byte == 13 }
}
