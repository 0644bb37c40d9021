import Oversight

/// One figure of the state: its value, its change against the last period and the line behind it.
struct OverviewTile: Sendable {
    let label: String
    let value: String?
    let path: String
    let change: FigureChange?
    let svg: String

    static func all(
        _ overview: Overview, trail: [Overview], choice: OverviewChoice, figures: FigureWords
    ) -> [OverviewTile] {
        let words = figures.words
        let (now, before) = (overview.figures, overview.previous)
        func count(
            _ label: String, _ value: KeyPath<UnitFigures, Int>, _ meaning: FigureChange.Meaning,
            _ order: OverviewChoice.Order
        ) -> OverviewTile {
            OverviewTile(
                label: label, value: figures.number(now[keyPath: value]),
                path: choice.sorted(by: order).path + "#units",
                change: .count(now[keyPath: value], before: before[keyPath: value], meaning, figures),
                svg: SparkLine.svg(trail.map { Double($0.figures[keyPath: value]) }))
        }
        func share(
            _ label: String, _ now: Share?, before: Share?, _ order: OverviewChoice.Order,
            trail: [Share?]
        ) -> OverviewTile {
            OverviewTile(
                label: label, value: now.map(figures.withCount), path: choice.sorted(by: order).path + "#units",
                change: .points(now, before: before, figures),
                svg: SparkLine.svg(trail.map { $0?.percent.map(Double.init) }))
        }
        return [
            count(words["figure.headcount"], \.headcount, .neutral, .name),
            share(
                words["figure.coverage"], now.coverage, before: before.coverage, .coverage,
                trail: trail.map(\.figures.coverage)),
            share(
                words["figure.profile"], overview.shownProfile.shown, before: overview.previousShownProfile.shown,
                .profile, trail: trail.map(\.shownProfile.shown)),
            count(words["figure.valid"], \.valid, .moreIsBetter, .name),
            count(words["figure.expiring"], \.expiring, .neutral, .expired),
            count(words["figure.expired"], \.expired, .lessIsBetter, .expired),
        ]
    }
}

/// The lines of the tiles as a table: the same numbers for whoever does not see or trust a line.
struct OverviewTrail: Sendable {
    let rows: [Row]

    struct Row: Sendable {
        let period: String
        let headcount: String
        let coverage: String
        let profile: String?
        let valid: String
        let expiring: String
        let expired: String
    }

    init(_ trail: [Overview], figures: FigureWords) {
        let dates = DateWords(words: figures.words)
        rows = trail.map { overview in
            let own = overview.figures
            return Row(
                period: dates.period(overview.period), headcount: figures.number(own.headcount),
                coverage: figures.withCount(own.coverage),
                profile: overview.shownProfile.shown.map(figures.withCount)
                    ?? (own.headcount == 0 ? figures.nothing : nil),
                valid: figures.number(own.valid), expiring: figures.number(own.expiring),
                expired: figures.number(own.expired))
        }
    }
}
