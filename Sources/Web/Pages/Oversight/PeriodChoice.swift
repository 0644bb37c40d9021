import Organization

/// The periods that a page offers: the running one and those before it.
struct PeriodChoice: Sendable {
    struct Link: Sendable {
        let path: String
        let label: String
        let isCurrent: Bool
    }

    static let count = 5

    let today: Day

    var running: Period { Period(containing: today) }

    /// Newest first.
    var offered: [Period] {
        (1..<Self.count).reduce(into: [running]) { periods, _ in
            if let last = periods.last { periods.append(last.previous) }
        }
    }

    /// An older period that was asked for by its address stands beside those offered.
    func links(chosen: Period, dates: DateWords, path: (Period) -> String) -> [Link] {
        let periods = offered.contains(chosen) ? offered : offered + [chosen]
        return periods.map { Link(path: path($0), label: dates.period($0), isCurrent: $0 == chosen) }
    }
}

/// Why there is no report for the period that was asked for.
enum PeriodFault: Error, Hashable, Sendable {
    case unreadable
    case notBegun(Period)
}

extension PeriodChoice {
    /// The period of an address; the running one where it names none.
    func period(named text: String?) throws(PeriodFault) -> Period {
        guard let text, !text.isEmpty else { return running }
        guard let period = Period(text) else { throw .unreadable }
        guard period <= running else { throw .notBegun(period) }
        return period
    }
}
