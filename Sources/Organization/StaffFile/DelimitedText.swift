/// A table written as text: fields parted by `,`, `;` or a tab, quoted as in RFC 4180.
package struct DelimitedText: Sendable {
    /// One row; a quoted field may hold line breaks, so a record can span several lines.
    package struct Record: Hashable, Sendable {
        /// The line of the file on which the record begins, counted from 1.
        package let line: Int
        package let fields: [String]
    }

    package let delimiter: Character
    /// All rows but the empty ones; the first names the columns.
    package let records: [Record]

    package init(_ text: String) throws(StaffFileError) {
        var reader = DelimitedTextReader(text)
        reader.findDelimiter()
        var records: [Record] = []
        while let record = try reader.nextRecord() {
            if record.fields.contains(where: { $0.contains { !$0.isWhitespace } }) { records.append(record) }
        }
        delimiter = Character(Unicode.Scalar(reader.delimiter))
        self.records = records
    }
}
