import Organization
import Oversight

/// The state at a glance: its figures and where they come from, its agencies and units, what needs a hand first.
struct OverviewPage: Page {
    static let template = "overview"
    let title: String
    let period: String
    let asOf: String
    let units: String
    let agencies: String
    let periods: [PeriodChoice.Link]
    let tiles: [OverviewTile]
    let trail: OverviewTrail
    let chart: CoverageChart?
    let attention: AttentionCard
    let filter: OverviewFilterForm
    let table: OverviewTable
    var section: Section { .overview }

    /// - Parameter trail: the chosen period and the ones before it, oldest first.
    init(
        _ overview: Overview, trail: [Overview], choice: OverviewChoice, today: Day, words: Words
    ) {
        let figures = FigureWords(words: words)
        let dates = DateWords(words: words)
        title = words["overview.title"]
        period = dates.period(overview.period)
        asOf = ReportDayWords(words: words).text(overview.asOf, of: overview.period)
        units = figures.number(overview.agencies.reduce(0) { $0 + $1.units.count })
        agencies = figures.number(overview.agencies.count)
        periods = PeriodChoice(today: today).links(chosen: choice.period, dates: dates) {
            choice.during($0).path
        }
        tiles = OverviewTile.all(overview, trail: trail, choice: choice, figures: figures)
        self.trail = OverviewTrail(trail, figures: figures)
        chart = CoverageChart(overview, figures: figures)
        attention = AttentionCard(overview, choice: choice, figures: figures)
        filter = OverviewFilterForm(overview, choice: choice, words: words)
        table = OverviewTable(overview, choice: choice, words: words)
    }
}

/// The day that figures speak of, in words.
struct ReportDayWords {
    let words: Words

    func text(_ asOf: Day, of period: Period) -> String {
        let day = DateWords(words: words).long(asOf)
        return asOf < period.lastDay ? words["report.running", ["day": day]] : words["report.over", ["day": day]]
    }
}
