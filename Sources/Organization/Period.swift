/// A half-year, the span of one activity report: `2026-H1`.
package struct Period: Hashable, Comparable, Sendable, Codable, LosslessStringConvertible {
    package let year: Int
    /// 1 or 2.
    package let half: Int

    package init?(year: Int, half: Int) {
        guard (1...9999).contains(year), half == 1 || half == 2 else { return nil }
        self.year = year
        self.half = half
    }

    package init(containing day: Day) {
        year = day.year
        half = day.month <= 6 ? 1 : 2
    }

    package init?(_ description: String) {
        let parts = description.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].count == 4, let year = Int(parts[0]), parts[1].first == "H",
            let half = Int(parts[1].dropFirst())
        else { return nil }
        self.init(year: year, half: half)
    }

    package var description: String { "\(year)-H\(half)" }

    package var firstDay: Day { Day(daysSince1970: 0).moved(toYear: year, month: half == 1 ? 1 : 7) }

    package var lastDay: Day { next.firstDay.adding(days: -1) }

    package var previous: Period { half == 2 ? Period(year, 1) : Period(year - 1, 2) }

    package var next: Period { half == 1 ? Period(year, 2) : Period(year + 1, 1) }

    package static func < (left: Period, right: Period) -> Bool { (left.year, left.half) < (right.year, right.half) }

    private init(_ year: Int, _ half: Int) {
        self.year = year
        self.half = half
    }
}

extension Day {
    fileprivate func moved(toYear newYear: Int, month newMonth: Int) -> Day {
        adding(months: (newYear - year) * 12 + newMonth - month)
    }
}
