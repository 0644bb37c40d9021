import Organization

/// A day as a date field sends it, and as people type it where there is none.
enum DayField {
    /// Reads `2026-05-31`, `31.05.2026` and `31.5.2026`.
    static func day(_ typed: String) -> Day? {
        if let day = Day(typed) { return day }
        let parts = typed.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let day = Int(parts[0]), let month = Int(parts[1]), let year = Int(parts[2]) else {
            return nil
        }
        return Day(year: year, month: month, day: day)
    }
}
