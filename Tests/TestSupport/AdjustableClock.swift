package import FoundationEssentials
package import Organization
import Synchronization

/// A clock that stands still until a test moves it.
package final class AdjustableClock: Sendable {
    package let zone: TimeZone
    private let instant: Mutex<Date>

    package init(at instant: Date, in zone: TimeZone) {
        self.zone = zone
        self.instant = Mutex(instant)
    }

    package var now: Date { instant.withLock { $0 } }

    package var today: Day { Day(of: now, in: zone) }

    package func advance(days: Int = 0, hours: Int = 0, minutes: Int = 0, seconds: Double = 0) {
        let whole = Double(((days * 24 + hours) * 60 + minutes) * 60)
        instant.withLock { $0 += whole + seconds }
    }

    /// Moves to ten o'clock of a day, be it an earlier one.
    package func set(to day: Day) {
        let morning = day.morning(in: zone)
        instant.withLock { $0 = morning }
    }
}

extension Day {
    /// Ten o'clock, when offices are open.
    package func morning(in zone: TimeZone) -> Date { start(in: zone).addingTimeInterval(10 * 3600) }
}

/// A day that the calendar has: `day(2026, 3, 2)`.
package func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
    Day(daysSince1970: 0).adding(months: (year - 1970) * 12 + month - 1).adding(days: day - 1)
}
