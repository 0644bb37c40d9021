import Foundation
import Organization
import Testing

@Suite struct DayTests {
    @Test(arguments: [
        ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-10-31", 1, "2026-11-30"),
        ("2026-03-15", 24, "2028-03-15"), ("2026-12-31", 2, "2027-02-28"), ("2026-03-31", -1, "2026-02-28"),
    ])
    func `months added to the 31st give the month's last day`(from: String, months: Int, to: String) throws {
        #expect(try #require(Day(from)).adding(months: months).description == to)
    }

    @Test(arguments: [
        "2026-02-29", "2026-13-01", "2026-00-10", "26-01-01", "2026-1-1", "2026-01-32", "x", "2026-01-01 ",
    ])
    func `refuses what is no date`(text: String) {
        #expect(Day(text) == nil)
    }

    @Test func `counts days as Foundation's calendar does`() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
        for offset in stride(from: -800_000, to: 800_000, by: 997) {
            let day = Day(daysSince1970: offset)
            let parts = calendar.dateComponents(
                [.year, .month, .day], from: Date(timeIntervalSince1970: Double(offset) * 86_400))
            guard offset > -700_000, day.year > 1600 else { continue }
            #expect([day.year, day.month, day.day] == [parts.year, parts.month, parts.day])
            #expect(day.daysSince1970 == offset)
        }
    }

    @Test func `an instant belongs to its date on the state's clocks`() throws {
        let baku = try #require(TimeZone(identifier: "Asia/Baku"))
        let lateEvening = Date(timeIntervalSince1970: 1_782_851_400)  // 2026-06-30 20:30 UTC
        #expect(Day(of: lateEvening, in: baku).description == "2026-07-01")
        #expect(Day(of: lateEvening, in: try #require(TimeZone(identifier: "UTC"))).description == "2026-06-30")
        let day = try #require(Day("2026-07-01"))
        #expect(Day(of: day.start(in: baku), in: baku) == day)
        #expect(Day(of: day.start(in: baku).addingTimeInterval(-1), in: baku) == day.adding(days: -1))
    }

    @Test(arguments: [
        ("2026-H1", "2026-01-01", "2026-06-30"), ("2026-H2", "2026-07-01", "2026-12-31"),
        ("2024-H1", "2024-01-01", "2024-06-30"),
    ])
    func `a period is a half-year`(text: String, first: String, last: String) throws {
        let period = try #require(Period(text))
        #expect(period.firstDay.description == first)
        #expect(period.lastDay.description == last)
        #expect(Period(containing: period.lastDay) == period)
        #expect(period.previous.next == period)
        #expect(period.description == text)
    }

    @Test(arguments: ["2026-H3", "2026H1", "2026-H0", "H1-2026", "2026-h1", "2026-H1x", "0000-H1"])
    func `refuses what is no period`(text: String) {
        #expect(Period(text) == nil)
    }
}
