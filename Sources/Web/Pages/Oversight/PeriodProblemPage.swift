import HTTPTypes
import Hummingbird
import Organization

/// What a reader gets in place of a report for a period that is none, or that has not begun.
struct PeriodProblemPage: Page {
    static let template = "period-problem"
    let title: String
    let advice: String
    let periods: [PeriodChoice.Link]
    var isColumn: Bool { true }

    init(_ fault: PeriodFault, today: Day, from path: String, words: Words) {
        title = words["period-problem.title"]
        let text = PeriodFaultWords(words: words)
        advice = text.advice(fault)
        let choice = PeriodChoice(today: today)
        let dates = DateWords(words: words)
        periods = choice.offered.map {
            PeriodChoice.Link(path: "\(path)?period=\($0)", label: dates.period($0), isCurrent: false)
        }
    }
}

/// What is said about a period that has no report.
struct PeriodFaultWords {
    let words: Words

    func advice(_ fault: PeriodFault) -> String {
        switch fault {
        case .unreadable: words["period-problem.unreadable"]
        case .notBegun(let period):
            words[
                "period-problem.not-begun",
                [
                    "period": DateWords(words: words).period(period),
                    "day": DateWords(words: words).long(period.firstDay),
                ]]
        }
    }
}

extension PeriodFault {
    var status: HTTPResponse.Status {
        switch self {
        case .unreadable: .badRequest
        case .notBegun: .notFound
        }
    }
}

extension Site {
    func noReport(_ fault: PeriodFault, today: Day, from path: String, for visit: Visit) -> Response {
        page(
            PeriodProblemPage(fault, today: today, from: path, words: words(for: visit)), for: visit,
            status: fault.status)
    }
}
