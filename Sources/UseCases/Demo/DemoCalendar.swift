import AdaptiveTesting
import FoundationEssentials
import Organization

/// The builder's own clock: office hours of working days, up to the present.
struct DemoCalendar: Sendable {
    let now: Date
    let zone: TimeZone
    let today: Day
    /// The first day of the history.
    let begin: Day

    /// Two years, and as long as it takes that some of the first certificates, valid for two years, have expired.
    private static let months = 28

    init(now: Date, zone: TimeZone) {
        self.now = now
        self.zone = zone
        today = Day(of: now, in: zone)
        begin = today.adding(months: -Self.months)
    }

    /// The last instant at which something that takes a while may begin.
    var latestStart: Date { now.addingTimeInterval(-3 * 3600) }

    /// Some instant of the day's office hours; of a weekend it is the Friday before.
    func instant(on day: Day, using generator: inout SeededGenerator) -> Date {
        let seconds = generator.number(in: 9 * 3600...17 * 3600)
        return start(of: workingDay(day)).addingTimeInterval(Double(seconds))
    }

    /// When the office opens: people come, move and leave before anything else happens that day.
    func opening(of day: Day) -> Date { start(of: day).addingTimeInterval(8 * 3600) }

    /// When an HR officer does what concerns many at once.
    func morning(of day: Day) -> Date { start(of: workingDay(day)).addingTimeInterval(10 * 3600) }

    func days(ago count: Int) -> Day { today.adding(days: -count) }

    func months(ago count: Int) -> Day { today.adding(months: -count) }

    private func start(of day: Day) -> Date { day.start(in: zone) }

    private func workingDay(_ day: Day) -> Day {
        // 1970-01-01 was a Thursday: 0 is Sunday, 6 Saturday.
        switch (day.daysSince1970 + 4) % 7 {
        case 6: day.adding(days: -1)
        case 0: day.adding(days: -2)
        default: day
        }
    }
}
