import FoundationEssentials
import Organization

/// Dates, times and numbers as people of a language write them.
struct DateWords: Sendable {
    private let words: Words
    private let months: [String]

    init(words: Words) {
        self.words = words
        months = words["date.months"].split(separator: " ").map(String.init)
    }

    /// *24 noyabr 2026*.
    func long(_ day: Day) -> String {
        let month = months.indices.contains(day.month - 1) ? months[day.month - 1] : String(day.month)
        return "\(day.day) \(month) \(day.year)"
    }

    /// *24.11.2026*.
    func short(_ day: Day) -> String { "\(twoDigits(day.day)).\(twoDigits(day.month)).\(day.year)" }

    /// *24 noyabr 2026, 14:05* on the state's clocks.
    func instant(_ instant: Date, in zone: TimeZone) -> String {
        let seconds = Int(instant.timeIntervalSince1970) + zone.secondsFromGMT(for: instant)
        let minuteOfDay = (seconds % 86_400 + 86_400) % 86_400 / 60
        return "\(long(Day(of: instant, in: zone))), \(twoDigits(minuteOfDay / 60)):\(twoDigits(minuteOfDay % 60))"
    }

    /// *2026, I yarımil*.
    func period(_ period: Period) -> String {
        words["date.period", ["year": String(period.year), "half": period.half == 1 ? "I" : "II"]]
    }

    private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
