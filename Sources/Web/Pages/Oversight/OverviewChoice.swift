import Organization

/// What the Electronic Controller has chosen to see of the overview: a period, some of the units, an order.
struct OverviewChoice: Hashable, Sendable {
    enum Order: String, CaseIterable, Sendable {
        /// By agency, in the alphabet.
        case name
        /// All units in one list, the one that needs most at the top.
        case coverage, profile, expired
    }

    var period: Period
    var kind: Agency.Kind?
    var agency: AgencyID?
    var isEGovernmentOnly = false
    var order = Order.name

    init(period: Period) {
        self.period = period
    }

    /// What an address says; what it says wrongly chooses nothing.
    init(period: Period, kind: String?, agency: String?, eGovernmentOnly: String?, order: String?) {
        self.period = period
        self.kind = kind.flatMap(Agency.Kind.init(rawValue:))
        self.agency = agency.flatMap { AgencyID($0) }
        isEGovernmentOnly = eGovernmentOnly == "1"
        self.order = order.flatMap(Order.init(rawValue:)) ?? .name
    }

    var path: String {
        var query = ["period=\(period)"]
        if let kind { query.append("kind=\(kind.rawValue)") }
        if let agency { query.append("agency=\(agency)") }
        if isEGovernmentOnly { query.append("e-government=1") }
        if order != .name { query.append("sort=\(order.rawValue)") }
        return "/overview?" + query.joined(separator: "&")
    }

    func during(_ period: Period) -> OverviewChoice { changed { $0.period = period } }

    func sorted(by order: Order) -> OverviewChoice { changed { $0.order = order } }

    private func changed(_ change: (inout OverviewChoice) -> Void) -> OverviewChoice {
        var copy = self
        change(&copy)
        return copy
    }
}
