import Organization
import Oversight

/// The table of all units, either under their agencies or in one list with the worst on top.
struct OverviewTable: Sendable {
    let groups: [Group]
    let isEmpty: Bool
    let shown: String
    let all: String
    let order: String
    let headings: Headings

    /// The rows of one agency under its sums, or all rows without any.
    struct Group: Sendable {
        let agency: Row?
        let units: [Row]
    }

    /// What each column is sorted by: `aria-sort`, and where its heading leads.
    struct Headings: Sendable {
        let name: Heading
        let coverage: Heading
        let profile: Heading
        let expired: Heading
    }

    struct Heading: Sendable {
        let path: String
        let sorted: String?
    }

    struct Row: Sendable {
        let path: String
        let name: String
        /// Under the name, where the list is not grouped.
        let agencyName: String?
        let isEGovernment: Bool
        let headcount: String
        let coverage: String
        let coverageCount: String?
        let heat: String
        let change: FigureChange?
        let valid: String
        let expiring: String
        let expired: String
        let profile: String?
        let profileCount: String?
    }

    init(_ overview: Overview, choice: OverviewChoice, words: Words) {
        let figures = FigureWords(words: words)
        let agencies = overview.agencies.filter { agency in
            (choice.kind == nil || agency.agency.kind == choice.kind)
                && (choice.agency == nil || agency.agency.id == choice.agency)
        }
        let places = agencies.flatMap { agency in
            agency.units.filter { !choice.isEGovernmentOnly || $0.unit.isEGovernment }
                .map { Place(agency: agency.agency, unit: $0) }
        }
        let total = overview.agencies.reduce(0) { $0 + $1.units.count }
        if choice.order == .name {
            groups = agencies.compactMap { agency in
                let units = places.filter { $0.agency.id == agency.agency.id }
                guard !units.isEmpty else { return nil }
                return Group(
                    // The sums are those of the whole agency whatever is filtered: the difference between the sums of
                    // two selections would give away the figures of units too small to show theirs.
                    agency: Row(agency, choice: choice, figures: figures),
                    units: units.map { Row($0, during: choice.period, isGrouped: true, figures: figures) })
            }
        } else {
            groups = [
                Group(
                    agency: nil,
                    units: places.sorted(by: choice.order.comesFirst).map {
                        Row($0, during: choice.period, isGrouped: false, figures: figures)
                    })
            ]
        }
        isEmpty = places.isEmpty
        shown = figures.number(places.count)
        all = figures.number(total)
        order = Self.words(for: choice.order, words)
        headings = Headings(
            name: Heading(choice, .name, "ascending"), coverage: Heading(choice, .coverage, "ascending"),
            profile: Heading(choice, .profile, "ascending"), expired: Heading(choice, .expired, "descending"))
    }

    private static func words(for order: OverviewChoice.Order, _ words: Words) -> String {
        switch order {
        case .name: words["overview.order.name"]
        case .coverage: words["overview.order.coverage"]
        case .profile: words["overview.order.profile"]
        case .expired: words["overview.order.expired"]
        }
    }

    fileprivate struct Place {
        let agency: Agency
        let unit: UnitOverview
    }
}

extension OverviewTable.Heading {
    init(_ choice: OverviewChoice, _ order: OverviewChoice.Order, _ direction: String) {
        path = choice.sorted(by: order).path + "#units"
        sorted = choice.order == order ? direction : nil
    }
}

extension OverviewTable.Row {
    fileprivate init(
        _ place: OverviewTable.Place, during period: Period, isGrouped: Bool, figures: FigureWords
    ) {
        let unit = place.unit
        self.init(
            path: "/units/\(unit.unit.id)?period=\(period)", name: unit.unit.name,
            agencyName: isGrouped ? nil : place.agency.name, isEGovernment: unit.unit.isEGovernment,
            now: unit.figures, before: unit.previous, profile: unit.figures.shownProfile, figures: figures)
    }

    fileprivate init(_ agency: AgencyOverview, choice: OverviewChoice, figures: FigureWords) {
        var own = choice
        own.agency = agency.agency.id
        self.init(
            path: own.path + "#units", name: agency.agency.name, agencyName: nil, isEGovernment: false,
            now: agency.figures, before: agency.previous, profile: agency.shownProfile, figures: figures)
    }

    private init(
        path: String, name: String, agencyName: String?, isEGovernment: Bool, now: UnitFigures,
        before: UnitFigures, profile: Withheld<Share>, figures: FigureWords
    ) {
        self.path = path
        self.name = name
        self.agencyName = agencyName
        self.isEGovernment = isEGovernment
        headcount = figures.number(now.headcount)
        coverage = figures.percent(now.coverage)
        coverageCount = figures.countOfFew(now.coverage)
        heat = Self.heat(now.coverage)
        change = FigureChange.points(now.coverage, before: before.coverage, figures)
        valid = figures.number(now.valid)
        expiring = figures.number(now.expiring)
        expired = figures.number(now.expired)
        self.profile = profile.shown.map(figures.percent) ?? (now.headcount == 0 ? figures.nothing : nil)
        profileCount = profile.shown.flatMap(figures.countOfFew)
    }

    /// The wash behind a percentage: what lies far below, below, or well above the middle.
    private static func heat(_ share: Share) -> String {
        switch share.percent {
        case nil: ""
        case .some(..<30): "heat0"
        case .some(..<50): "heat1"
        case .some(..<80): "heat2"
        case .some: "heat3"
        }
    }
}

extension OverviewChoice.Order {
    /// Whether one unit needs the reader sooner than another; units without the figure stand at the end.
    fileprivate func comesFirst(_ one: OverviewTable.Place, _ other: OverviewTable.Place) -> Bool {
        let (one, other) = (one.unit.figures, other.unit.figures)
        switch self {
        case .name: return false
        case .coverage: return Self.isLower(one.coverage, other.coverage)
        case .profile: return Self.isLower(one.shownProfile.shown, other.shownProfile.shown)
        case .expired: return one.expired > other.expired
        }
    }

    /// By the exact share; of equal ones the larger unit first.
    private static func isLower(_ one: Share?, _ other: Share?) -> Bool {
        guard let one, one.whole > 0 else { return false }
        guard let other, other.whole > 0 else { return true }
        let (left, right) = (one.part * other.whole, other.part * one.whole)
        return left == right ? one.whole > other.whole : left < right
    }
}
