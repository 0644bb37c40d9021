import Oversight

/// The figures of a report in the order in which they are read, each beside the period before.
struct UnitReportRows {
    let rows: [UnitReportPage.Row]

    init(_ report: ActivityReport, figures: FigureWords) {
        let words = figures.words
        let (now, before) = (report.figures, report.previous)
        func count(
            _ anchor: String, _ label: String, _ help: String, _ figure: KeyPath<UnitFigures, Int>,
            _ meaning: FigureChange.Meaning
        ) -> UnitReportPage.Row {
            UnitReportPage.Row(
                anchor: anchor, label: label, help: help, now: figures.number(now[keyPath: figure]), nowCount: nil,
                before: figures.number(before[keyPath: figure]), beforeCount: nil,
                change: .count(now[keyPath: figure], before: before[keyPath: figure], meaning, figures))
        }
        func share(
            _ anchor: String, _ label: String, _ help: String, _ now: Share?, _ before: Share?
        ) -> UnitReportPage.Row {
            UnitReportPage.Row(
                anchor: anchor, label: label, help: help, now: now.map(figures.percent),
                nowCount: now.flatMap { $0.whole == 0 ? nil : figures.count($0) }, before: before.map(figures.percent),
                beforeCount: before.flatMap { $0.whole == 0 ? nil : figures.count($0) },
                change: .points(now, before: before, figures))
        }
        rows = [
            count("headcount", words["figure.headcount"], words["figure.headcount.help"], \.headcount, .neutral),
            share(
                "coverage", words["figure.coverage"], words["figure.coverage.help"], now.coverage, before.coverage),
            count("valid", words["figure.valid"], words["figure.valid.help"], \.valid, .moreIsBetter),
            count("expiring", words["figure.expiring"], words["figure.expiring.help"], \.expiring, .neutral),
            count("expired", words["figure.expired"], words["figure.expired.help"], \.expired, .lessIsBetter),
            share(
                "profile", words["figure.profile"], words["figure.profile.help"], Self.shown(now),
                Self.shown(before)),
        ]
    }

    /// Of nobody there is nothing to withhold.
    private static func shown(_ figures: UnitFigures) -> Share? {
        figures.headcount == 0 ? Share(part: 0, whole: 0) : figures.shownProfile.shown
    }
}
