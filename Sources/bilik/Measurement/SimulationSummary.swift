import AdaptiveTesting
import Foundation

/// What a simulation comes to, in figures; those that nobody can know are null.
struct SimulationSummary: Encodable {
    private let report: SimulationReport

    init(_ report: SimulationReport) {
        self.report = report
    }

    private enum Key: String, CodingKey {
        case meanLength, rmse, bias, maxExposure, overlap, unusedShare, blueprintViolations, refusals
        case accuracy, accuracyFar, predictedAccuracy, cpuMillisecondsPerItem, cpuMillisecondsP99
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(report.meanLength, forKey: .meanLength)
        try container.encode(report.rootMeanSquareError, forKey: .rmse)
        try container.encode(report.bias, forKey: .bias)
        try container.encode(report.greatestExposure, forKey: .maxExposure)
        try container.encode(report.overlap, forKey: .overlap)
        try container.encode(report.unusedShare, forKey: .unusedShare)
        try container.encode(report.contentViolations, forKey: .blueprintViolations)
        try container.encode(report.refusals, forKey: .refusals)
        try container.encode(report.accuracy, forKey: .accuracy)
        try container.encode(report.accuracyFarFromCut, forKey: .accuracyFar)
        try container.encode(report.predictedAccuracy, forKey: .predictedAccuracy)
        try container.encode(millisecondsPerItem, forKey: .cpuMillisecondsPerItem)
        try container.encode(millisecondsAtWorst, forKey: .cpuMillisecondsP99)
    }

    private var millisecondsPerItem: Double {
        Double(report.nanoseconds.reduce(0, +)) / 1e6 / Double(max(report.nanoseconds.count, 1))
    }

    /// 99 of 100 questions take no longer.
    private var millisecondsAtWorst: Double {
        let sorted = report.nanoseconds.sorted()
        return sorted.isEmpty ? 0 : Double(sorted[min(sorted.count * 99 / 100, sorted.count - 1)]) / 1e6
    }

    var lines: [String] {
        func number(_ value: Double?) -> String { value.map { String(format: "%.4f", $0) } ?? "–" }
        return [
            "mean length \(number(report.meanLength)), RMSE \(number(report.rootMeanSquareError)), bias \(number(report.bias))",
            "largest exposure \(number(report.greatestExposure)), overlap \(number(report.overlap)), "
                + "unused items \(number(report.unusedShare))",
            "blueprint violations \(report.contentViolations), refused tests \(report.refusals)",
            "right decisions \(number(report.accuracy)), beyond 0.3 of the cut \(number(report.accuracyFarFromCut)), "
                + "predicted \(number(report.predictedAccuracy))",
            "processor time \(number(millisecondsPerItem)) ms a question, 99 % below \(number(millisecondsAtWorst))",
        ]
    }
}
