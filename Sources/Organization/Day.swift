package import FoundationEssentials

/// A calendar date in the state's time zone: validity, due dates and bounds of periods are days, never instants.
package struct Day: Hashable, Comparable, Sendable, Codable, LosslessStringConvertible {
    package let year: Int
    package let month: Int
    package let day: Int

    /// Nothing when the calendar has no such date (1–9999, proleptic Gregorian).
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Self.length(of: month, in: year)
        else { return nil }
        self.init(unchecked: (year, month, day))
    }

    /// The date of `instant` on the state's clocks.
    package init(of instant: Date, in zone: TimeZone) {
        let seconds = instant.timeIntervalSince1970 + Double(zone.secondsFromGMT(for: instant))
        self.init(daysSince1970: Int((seconds / 86_400).rounded(.down)))
    }

    /// Reads `YYYY-MM-DD`, the form in which days are stored.
    package init?(_ description: String) {
        let parts = description.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
            parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    package var description: String {
        "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
    }

    /// The day `months` later; from the 31st of a month to a shorter one it is that month's last day.
    package func adding(months: Int) -> Day {
        let index = year * 12 + (month - 1) + months
        let newYear = index.flooredQuotient(by: 12)
        let newMonth = index - newYear * 12 + 1
        return Day(unchecked: (newYear, newMonth, min(day, Self.length(of: newMonth, in: newYear))))
    }

    package func adding(days: Int) -> Day { Day(daysSince1970: daysSince1970 + days) }

    /// Days from this one to `other`; negative when `other` is earlier.
    package func days(until other: Day) -> Int { other.daysSince1970 - daysSince1970 }

    /// Whole months from this day to `other`; zero when `other` is not later.
    package func months(until other: Day) -> Int {
        let months = (other.year - year) * 12 + other.month - month - (other.day < day ? 1 : 0)
        return max(0, months)
    }

    /// The instant at which this day begins on the state's clocks.
    package func start(in zone: TimeZone) -> Date {
        let utc = Date(timeIntervalSince1970: Double(daysSince1970) * 86_400)
        return utc.addingTimeInterval(-Double(zone.secondsFromGMT(for: utc)))
    }

    package static func < (left: Day, right: Day) -> Bool { left.daysSince1970 < right.daysSince1970 }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let day = Day(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "a day is YYYY-MM-DD")
        }
        self = day
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    /// Days since 1970-01-01, after Howard Hinnant's `days_from_civil`.
    package var daysSince1970: Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = shiftedYear.flooredQuotient(by: 400)
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// The inverse, after `civil_from_days`.
    package init(daysSince1970 days: Int) {
        let shifted = days + 719_468
        let era = shifted.flooredQuotient(by: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthIndex = (5 * dayOfYear + 2) / 153
        let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
        self.init(
            unchecked: (
                yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * monthIndex + 2) / 5 + 1
            ))
    }

    private init(unchecked date: (year: Int, month: Int, day: Int)) {
        (year, month, day) = date
    }

    private static func length(of month: Int, in year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }
}

private func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

extension Int {
    fileprivate func flooredQuotient(by divisor: Int) -> Int {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
