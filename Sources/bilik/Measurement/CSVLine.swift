/// One line of a CSV table for a spreadsheet: comma-separated, quoted where it must be.
enum CSVLine {
    static func text(_ fields: [String]) -> String {
        fields.map { field in
            field.contains { ",\"\n\r".contains($0) } ? "\"\(field.replacing("\"", with: "\"\""))\"" : field
        }.joined(separator: ",")
    }
}
