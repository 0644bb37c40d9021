/// Which column of a staff file holds which field, as its header says.
struct StaffColumns {
    let ignored: [String]
    private let fields: [StaffField?]

    init(header: DelimitedText.Record, report: (StaffFileFault) -> Void) {
        var fields: [StaffField?] = []
        var ignored: [String] = []
        for name in header.fields {
            let field = StaffField(columnName: name)
            if let field, fields.contains(field) {
                report(StaffFileFault(line: header.line, field: field, reason: .columnTwice, value: name))
            } else if field == nil, name.contains(where: { !$0.isWhitespace }) {
                ignored.append(name)
            }
            fields.append(field)
        }
        for field in StaffField.allCases where field.isRequired && !fields.contains(field) {
            report(StaffFileFault(line: header.line, field: field, reason: .noColumn))
        }
        self.fields = fields
        self.ignored = ignored
    }

    /// Whether values stand beyond the last column: then some value held the delimiter and all after it are shifted.
    func isOverfull(_ record: DelimitedText.Record) -> Bool {
        record.fields.dropFirst(fields.count).contains { $0.contains { !$0.isWhitespace } }
    }

    /// The values by field; a line may end early, as spreadsheet programs leave out empty cells at the end.
    func values(of record: DelimitedText.Record) -> [StaffField: String] {
        var values: [StaffField: String] = [:]
        for (field, value) in zip(fields, record.fields) {
            if let field { values[field] = value }
        }
        return values
    }
}
