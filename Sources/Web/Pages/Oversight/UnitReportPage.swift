import Competencies
import Organization
import Oversight

/// The activity report of a unit for a period, to be read on a screen or printed on A4.
struct UnitReportPage: Page {
    static let template = "unit-report"
    let title: String
    let unit: String
    let agency: String
    let agencyPath: String?
    let code: String
    let isEGovernment: Bool
    let period: String
    let asOf: String
    let periods: [PeriodChoice.Link]
    let previousPeriod: String
    let rows: [Row]
    let levels: [LevelChart]
    let hasLevels: Bool
    /// Whether the levels of any competency may be shown.
    let hasShownLevels: Bool
    let levelNames: [String]
    let isEmpty: Bool
    let jsonPath: String
    let csvPath: String
    /// Where the persons stand behind the figures; the Controller's only.
    let peoplePath: String?
    let section: Section

    /// One figure of the report.
    struct Row: Sendable {
        let anchor: String
        let label: String
        let help: String
        let now: String?
        let nowCount: String?
        let before: String?
        let beforeCount: String?
        let change: FigureChange?
    }

    init(
        _ report: ActivityReport, viewer: Viewer, today: Day, framework: Framework, language: Language, words: Words
    ) {
        let dates = DateWords(words: words)
        let isController = viewer.has(.electronicController)
        title = words["report.title"]
        unit = report.unit.name
        agency = report.agency.name
        var own = OverviewChoice(period: report.period)
        own.agency = report.agency.id
        agencyPath = isController ? own.path + "#units" : nil
        code = report.unit.code
        isEGovernment = report.unit.isEGovernment
        period = dates.period(report.period)
        asOf = ReportDayWords(words: words).text(report.asOf, of: report.period)
        let path = "/units/\(report.unit.id)"
        periods = PeriodChoice(today: today).links(chosen: report.period, dates: dates) { "\(path)?period=\($0)" }
        previousPeriod = dates.period(report.period.previous)
        rows = UnitReportRows(report, figures: FigureWords(words: words)).rows
        let levelWords = LevelWords(framework: framework, language: language, words: words)
        levels = report.distributions.map { LevelChart($0, levels: levelWords) }
        hasLevels = !levels.isEmpty
        hasShownLevels = levels.contains(where: \.isShown)
        levelNames = [levelWords.name(nil)] + levelWords.names
        isEmpty = report.figures.headcount == 0
        jsonPath = "\(path)/report.json?period=\(report.period)"
        csvPath = "\(path)/report.csv?period=\(report.period)"
        peoplePath = isController ? "\(path)/people" : nil
        section = isController ? .overview : .unitReport
    }
}
