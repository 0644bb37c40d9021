import Glibc

/// Watches whether an item has become easier than it was: a cumulative sum over its last hundred answers.
///
/// Each answer adds the log-likelihood ratio between a chance that has grown by 0.20 and the chance that the person's
/// other answers predict. An ordinary CUSUM (Page 1954) is best at short mean delays; when most leaks are to be found
/// within a hundred answers, a sum that forgets after a hundred finds more of them at the same rate of false alarms
/// (Guépié, Fillatre and Nikiforov, *Sequential Analysis* 31, 2012).
package struct DriftChart: Hashable, Sendable, Codable {
    package enum Alarm: String, Hashable, Sendable, Codable {
        /// More right answers than predicted: the item may have become known.
        case easier
        /// Fewer: it may be out of date, or its text may have changed for the worse.
        case harder
    }

    package static let window = 100
    /// The growth in chance that a leak is taken to be.
    package static let leak = 0.2
    /// Together less than one false alarm in a hundred item-years of five hundred answers, from simulation.
    package static let boundForEasier = 6.2
    /// Harder items cheat nobody; they may take longer to find.
    package static let boundForHarder = 9.0

    /// For each of the last answers how much it speaks for an easier and for a harder item.
    private var evidence: [Evidence] = []
    private var next = 0
    package private(set) var answers = 0

    package init() {}

    /// The present sums, which the bounds are for.
    package var easier: Double { evidence.reduce(0) { $0 + $1.easier } }
    package var harder: Double { evidence.reduce(0) { $0 + $1.harder } }

    /// Takes an answer in, with the chance of a right one that the person's other answers predict.
    package mutating func observe(correct: Bool, predicted: Double) -> Alarm? {
        let predicted = min(max(predicted, 0.02), 0.98)
        let new = Evidence(
            easier: Self.ratio(correct, from: predicted, to: min(predicted + Self.leak, 0.98)),
            harder: Self.ratio(correct, from: predicted, to: max(predicted - Self.leak, 0.02)))
        if evidence.count < Self.window { evidence.append(new) } else { evidence[next] = new }
        next = (next + 1) % Self.window
        answers += 1
        if easier > Self.boundForEasier { return .easier }
        return harder > Self.boundForHarder ? .harder : nil
    }

    private static func ratio(_ correct: Bool, from chance: Double, to other: Double) -> Double {
        correct ? log(other / chance) : log((1 - other) / (1 - chance))
    }

    private struct Evidence: Hashable, Sendable, Codable {
        let easier: Double
        let harder: Double
    }
}

extension FittedModel {
    /// The first alarm of each item, with the row at which it came, when the rows stand in the order of time.
    package func drift(in responses: ResponseMatrix) -> [Int: (alarm: DriftChart.Alarm, row: Int)] {
        guard items.count == responses.itemCount else { return [:] }
        var charts = [DriftChart](repeating: DriftChart(), count: items.count)
        var alarms: [Int: (alarm: DriftChart.Alarm, row: Int)] = [:]
        for (row, predictions) in PredictiveResiduals(self, responses: responses).predictions.enumerated() {
            for answer in predictions where alarms[answer.item] == nil {
                let alarm = charts[answer.item].observe(correct: answer.correct, predicted: answer.probability)
                if let alarm { alarms[answer.item] = (alarm, row) }
            }
        }
        return alarms
    }
}
