import Organization
import Oversight

/// Training coverage by agency as bars, under the sentence that says what they show.
struct CoverageChart: Sendable {
    let finding: String
    let bars: [ShareBar]
    let rows: [Row]
    /// How many agencies the bars leave out, where there are too many to draw.
    let leftOut: String?

    struct Row: Sendable {
        let path: String
        let name: String
        let trained: String
        let headcount: String
        let coverage: String
        let before: String
    }

    /// More bars than this nobody reads; the lowest are the ones to act on.
    private static let most = 16

    /// Nothing where no agency has people.
    init?(_ overview: Overview, figures: FigureWords) {
        let words = figures.words
        let staffed = overview.agencies.filter { $0.figures.headcount > 0 }.sorted {
            ($0.figures.coverage.percent ?? 0) > ($1.figures.coverage.percent ?? 0)
        }
        guard let highest = staffed.first, let lowest = staffed.last else { return nil }
        finding =
            staffed.count == 1
            ? words[
                "overview.coverage.only",
                ["agency": highest.agency.name, "value": figures.percent(highest.figures.coverage)]]
            : words[
                "overview.coverage.finding",
                [
                    "highest": highest.agency.name, "high": figures.percent(highest.figures.coverage),
                    "lowest": lowest.agency.name, "low": figures.percent(lowest.figures.coverage),
                ]]
        func path(_ agency: AgencyOverview) -> String {
            var choice = OverviewChoice(period: overview.period)
            choice.agency = agency.agency.id
            return choice.path + "#units"
        }
        bars = staffed.suffix(Self.most).map { agency in
            ShareBar(
                label: agency.agency.name, path: path(agency), language: "az",
                value: figures.withCount(agency.figures.coverage),
                share: Self.fraction(agency.figures.coverage) ?? 0, before: Self.fraction(agency.previous.coverage),
                description: words[
                    "overview.coverage.bar",
                    [
                        "agency": agency.agency.name, "now": figures.percent(agency.figures.coverage),
                        "before": figures.percent(agency.previous.coverage),
                    ]])
        }
        leftOut = staffed.count > Self.most ? figures.number(staffed.count - Self.most) : nil
        rows = staffed.map { agency in
            Row(
                path: path(agency), name: agency.agency.name, trained: figures.number(agency.figures.trained),
                headcount: figures.number(agency.figures.headcount),
                coverage: figures.percent(agency.figures.coverage),
                before: figures.percent(agency.previous.coverage))
        }
    }

    private static func fraction(_ share: Share) -> Double? {
        share.whole == 0 ? nil : Double(share.part) / Double(share.whole)
    }
}
