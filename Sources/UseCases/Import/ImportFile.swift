package import Organization

/// A staff file together with what it has columns for.
package struct ImportFile: Sendable {
    package let staff: StaffFile
    /// What a file has no column for it says nothing about: known e-mails, languages and patronymics then stay.
    package let columns: Set<StaffField>

    package init(bytes: [UInt8]) throws(StaffFileError) {
        staff = try StaffFile(bytes: bytes)
        let header = try DelimitedText(TextEncodingDetection.text(of: bytes)).records.first
        columns = Set(header?.fields.compactMap(StaffField.init(columnName:)) ?? [])
    }
}
