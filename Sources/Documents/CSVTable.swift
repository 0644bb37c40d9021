/// A table as comma-separated values that a spreadsheet opens without running anything in it.
///
/// The form is RFC 4180: CRLF after every record, quotes where a field needs them. All checks look at Unicode scalars,
/// not characters: in Swift CR LF is one character, and a combining mark would hide the quote or `=` before it.
package struct CSVTable: Sendable, Hashable {
    package var header: [String]
    package var rows: [[String]]

    package init(header: [String], rows: [[String]] = []) {
        self.header = header
        self.rows = rows
    }

    /// The whole table; `separator` is `;` where the spreadsheet's decimal mark is the comma.
    package func text(separator: Character = ",") -> String {
        ([header] + rows).map { record(of: $0, separator: separator) }.joined()
    }

    /// The table as UTF-8; Excel reads ə ğ ş as such only behind a byte order mark.
    package func data(withByteOrderMark: Bool = true, separator: Character = ",") -> [UInt8] {
        (withByteOrderMark ? [0xEF, 0xBB, 0xBF] : []) + Array(text(separator: separator).utf8)
    }
}

private func record(of fields: [String], separator: Character) -> String {
    // A record of one empty field would be an empty line, which readers skip.
    if fields == [""] { return "\"\"\r\n" }
    return fields.map { quoted(harmless($0), separator: separator) }.joined(separator: String(separator)) + "\r\n"
}

/// Quotes a field that holds a quote, the separator or a line break.
private func quoted(_ field: String, separator: Character) -> String {
    let special = Set<Unicode.Scalar>(["\"", "\r", "\n"]).union(separator.unicodeScalars)
    guard field.unicodeScalars.contains(where: special.contains) else { return field }
    var quoted = "\""
    for scalar in field.unicodeScalars {
        if scalar == "\"" { quoted += "\"" }
        quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
}

/// Puts ' before a field that a spreadsheet would take for a formula, and leaves plain numbers alone.
///
/// The list is OWASP's "CSV Injection" with the full-width signs, which some spreadsheets fold to the plain ones.
private func harmless(_ field: String) -> String {
    let scalars = field.unicodeScalars
    guard let first = scalars.first else { return field }
    let visible = scalars.first { !isBlank($0) } ?? first
    let opensFormula = "=+-@＝＋－＠".unicodeScalars.contains(visible) || "\t\r\n".unicodeScalars.contains(first)
    return opensFormula && !isPlainNumber(field) ? "'" + field : field
}

/// Spaces, and what shows nothing at all, such as a zero-width space or a byte order mark.
private func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    return properties.isWhitespace || properties.generalCategory == .control || properties.generalCategory == .format
}

/// Digits with at most a sign, one decimal mark and an exponent.
private func isPlainNumber(_ field: String) -> Bool {
    field.wholeMatch(of: #/[+\-]?[0-9]+(?:[.,][0-9]+)?(?:[eE][+\-]?[0-9]+)?/#) != nil
}
