/// A staff file that an agency hands in, taken apart: the people in it, and everything that is wrong with it.
package struct StaffFile: Sendable {
    /// The lines without fault; to be imported only when `isFaultless`, for half an agency is worse than none.
    package let records: [StaffRecord]
    /// In the order of the lines, the first 500.
    package let faults: [StaffFileFault]
    /// How many more there are.
    package let unlistedFaults: Int
    /// Columns that mean nothing here and are not kept: shown, so that a misspelt one is noticed.
    package let ignoredColumns: [String]

    package static let mostFaults = 500

    package var isFaultless: Bool { faults.isEmpty }

    package init(bytes: [UInt8]) throws(StaffFileError) {
        let table = try DelimitedText(TextEncodingDetection.text(of: bytes))
        guard let header = table.records.first else { throw .empty }
        var faults = FaultList()
        let columns = StaffColumns(header: header) { faults.add($0) }
        ignoredColumns = columns.ignored
        // Without the right columns every line would be wrong, and say nothing.
        records = faults.isEmpty ? Self.records(of: table.records.dropFirst(), in: columns, faults: &faults) : []
        self.faults = faults.listed
        unlistedFaults = faults.unlisted
    }

    private static func records(
        of lines: ArraySlice<DelimitedText.Record>, in columns: StaffColumns, faults: inout FaultList
    ) -> [StaffRecord] {
        var records: [StaffRecord] = []
        var firstLines: [String: Int] = [:]
        for line in lines {
            guard !columns.isOverfull(line) else {
                faults.add(StaffFileFault(line: line.line, field: nil, reason: .tooManyFields))
                continue
            }
            let values = columns.values(of: line)
            let record = StaffRecord(line: line.line, values: values) { faults.add($0) }
            // Counted also where the line has another fault, so that mending one does not bring up the next.
            let written = values[.staffNumber] ?? ""
            guard let number = try? StaffFieldRule.value(of: .staffNumber, in: written) else { continue }
            if let first = firstLines[number.uppercased()] {
                let reason = StaffFileFault.Reason.duplicate(firstLine: first)
                faults.add(StaffFileFault(line: line.line, field: .staffNumber, reason: reason, value: number))
            } else {
                firstLines[number.uppercased()] = line.line
                if let record { records.append(record) }
            }
        }
        return records
    }
}

/// Keeps the first faults and counts the rest: a wrong export of 10,000 lines is one mistake, not 10,000.
private struct FaultList {
    private(set) var listed: [StaffFileFault] = []
    private(set) var unlisted = 0

    var isEmpty: Bool { listed.isEmpty }

    mutating func add(_ fault: StaffFileFault) {
        if listed.count < StaffFile.mostFaults { listed.append(fault) } else { unlisted += 1 }
    }
}
