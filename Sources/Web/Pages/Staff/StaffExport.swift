import Assessment
import Courseware
import Documents
import Organization

/// The staff list as a table for spreadsheets.
struct StaffExport {
    let lines: [StaffLine]
    let hasSeveralAgencies: Bool
    let includesLeft: Bool
    let content: Content
    let words: Words

    var table: CSVTable {
        let certifications = content.certifications.flatMap { certification -> [String] in
            let name = certification.name[words.language]
            return [
                words["staff.csv.standing", ["name": name]], words["staff.csv.valid-through", ["name": name]],
            ]
        }
        var header = [words["staff.number"], words["staff.person"], words["staff.job-role"]]
        if hasSeveralAgencies { header.append(words["staff.agency"]) }
        header.append(words["staff.unit"])
        if includesLeft { header.append(words["staff.status"]) }
        return CSVTable(header: header + certifications, rows: lines.map(row))
    }

    /// The separator that spreadsheets of the language expect: where the comma marks decimals it cannot part columns.
    static func separator(in language: Language) -> Character { language == .en ? "," : ";" }

    private func row(_ line: StaffLine) -> [String] {
        var row = [line.staffNumber, line.name, line.jobRole]
        if hasSeveralAgencies { row.append(line.agency) }
        row.append(line.unit)
        if includesLeft { row.append(line.hasLeft ? words["staff.left"] : words["staff.active"]) }
        return row + line.cells.flatMap { [$0.tag.text, $0.day] }
    }
}
