import AdaptiveTesting
import Foundation

/// What the audit of an exam found about one of its competencies.
struct ExamAuditPart: Encodable {
    let competency: String
    let items: Int
    /// Whether it is asked adaptively; otherwise only a balanced form of fixed length certifies.
    let isCalibrated: Bool
    let cut: Double
    let informationAtCut: Double?
    let standardErrorAtCut: Double?
    let expectedLength: Double
    let accuracy: Double?
    let greatestExposure: Double
    let starvedShare: Double
    let shortages: [String]
    /// An adaptive test is refused, but a balanced form of fixed length would do.
    let certifiesOnlyByFixedForm: Bool

    init(competency: String, items: Int, isCalibrated: Bool, cut: Double, _ report: BankAuditReport) {
        self.competency = competency
        self.items = items
        self.isCalibrated = isCalibrated
        self.cut = cut
        informationAtCut = report.informationAtCut
        standardErrorAtCut = report.standardErrorAtCut
        expectedLength = report.simulation.meanLength
        accuracy = report.simulation.accuracy
        greatestExposure = report.simulation.greatestExposure
        starvedShare = report.starvedShare
        shortages = report.shortages.map(\.words)
        certifiesOnlyByFixedForm = report.fixedFormRemains && !(isCalibrated && report.mayBePublished)
    }

    var lines: [String] {
        func number(_ value: Double?) -> String { value.map { String(format: "%.2f", $0) } ?? "–" }
        let form =
            isCalibrated
            ? "calibrated: an adaptive test" : "not calibrated: certifies only through a balanced form of fixed length"
        return [
            "\(competency), \(items) questions, \(form)",
            "  at the cut \(number(cut)): information \(number(informationAtCut)), "
                + "standard error \(number(standardErrorAtCut))",
            "  expected length \(number(expectedLength)), right decisions \(number(accuracy)), "
                + "largest exposure \(number(greatestExposure)), ran dry \(number(starvedShare))",
        ]
    }
}
