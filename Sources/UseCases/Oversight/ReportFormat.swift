import Documents
package import Oversight
import Storage

/// A form in which other programs read an activity report; the site and the command line write the same text.
package enum ReportFormat: String, CaseIterable, Sendable {
    case json, csv

    package func text(of report: ActivityReport) throws -> String {
        let document = ActivityReportDocument(report)
        return switch self {
        case .json: try JSONText.of(document)
        case .csv: CSVTable(header: ActivityReportDocument.tableHeader, rows: document.tableRows).text()
        }
    }
}
