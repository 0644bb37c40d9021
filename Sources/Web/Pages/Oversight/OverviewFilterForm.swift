import Organization
import Oversight

/// The form above the table of units.
struct OverviewFilterForm: Sendable {
    let period: String
    let kinds: [Option]
    let agencies: [Option]
    let orders: [Option]
    let isEGovernmentOnly: Bool
    /// The whole table again, where something is filtered.
    let allPath: String?

    struct Option: Sendable {
        let value: String
        let label: String
        let isChosen: Bool
    }

    init(_ overview: Overview, choice: OverviewChoice, words: Words) {
        period = choice.period.description
        kinds = Agency.Kind.allCases.map {
            Option(value: $0.rawValue, label: AgencyKindWords(words: words).text($0), isChosen: $0 == choice.kind)
        }
        agencies = overview.agencies.map {
            Option(value: $0.agency.id.description, label: $0.agency.name, isChosen: $0.agency.id == choice.agency)
        }
        let labels: [(OverviewChoice.Order, String)] = [
            (.name, words["overview.sort.name"]), (.coverage, words["overview.sort.coverage"]),
            (.profile, words["overview.sort.profile"]), (.expired, words["overview.sort.expired"]),
        ]
        orders = labels.map { Option(value: $0.rawValue, label: $1, isChosen: $0 == choice.order) }
        isEGovernmentOnly = choice.isEGovernmentOnly
        let isFiltered = choice.kind != nil || choice.agency != nil || choice.isEGovernmentOnly
        allPath = isFiltered ? OverviewChoice(period: choice.period).sorted(by: choice.order).path + "#units" : nil
    }
}

/// Kinds of agencies in words.
struct AgencyKindWords {
    let words: Words

    func text(_ kind: Agency.Kind) -> String {
        switch kind {
        case .ministry: words["agency.ministry"]
        case .stateCommittee: words["agency.state-committee"]
        case .localExecutive: words["agency.local-executive"]
        case .municipality: words["agency.municipality"]
        }
    }
}
