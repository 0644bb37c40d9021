import Assessment
import Organization
import Storage
import UseCases

/// What the address of the staff list asks for; everything that is no such wish is passed over.
struct StaffListQuery: Hashable, Sendable {
    var filter = StaffFilter()
    var order = StaffFilter.Order.name
    /// From 1.
    var page = 1
    /// The span of *expires within*, kept also while another standing is chosen.
    var days = CertificateStanding.expiringDays

    static let rowsPerPage = 50

    init() {}

    init(_ fields: FormFields) {
        filter.unit = UnitID(fields["unit"])
        filter.jobRole = fields["role"].isEmpty ? nil : fields["role"]
        filter.certification = fields["certification"].isEmpty ? nil : fields["certification"]
        filter.search = fields["q"].isEmpty ? nil : fields["q"]
        filter.includesLeft = fields["left"] == "1"
        filter.hasNoAccount = fields["account"] == "none"
        if let days = Int(fields["days"]), Self.allowedDays.contains(days) { self.days = days }
        filter.standing =
            switch fields["standing"] {
            case "valid": .valid
            case "expiring": .expiring(withinDays: days)
            case "expired": .expired
            case "none": .missing
            default: nil
            }
        order = StaffFilter.Order(rawValue: fields["sort"]) ?? .name
        page = min(max(Int(fields["page"]) ?? 1, 1), 1_000_000)
    }

    /// Reads a query that stood in a form's hidden field.
    init(text: String) {
        self = FormFields(encoded: text).map(StaffListQuery.init) ?? StaffListQuery()
    }

    static let allowedDays = 1...3660

    var isFiltered: Bool { filter != StaffFilter() }

    /// What the list is looked at for.
    var purpose: StaffPurpose { filter.standing != nil || filter.certification != nil ? .certificates : .staff }

    var offset: Int { (page - 1) * Self.rowsPerPage }

    /// The wishes as a query, without what goes without saying.
    func text(page: Int = 1) -> String {
        (pairs + (page == 1 ? [] : [("page", String(page))])).map { "\($0.name)=\(QueryText.escaped($0.value))" }
            .joined(separator: "&")
    }

    /// The address of one page of this list.
    func path(page: Int = 1) -> String { "/staff".appendingQuery(text(page: page)) }

    /// The address of one person's page, which leads back to this list.
    func path(to person: PersonID, for purpose: StaffPurpose? = nil) -> String {
        let list = text(page: page)
        return "/staff/\(person)?from=\((purpose ?? self.purpose).rawValue)"
            + (list.isEmpty ? "" : "&list=\(QueryText.escaped(list))")
    }

    var csvPath: String { "/staff.csv".appendingQuery(text()) }

    /// The filter in the audit log's words: that there was a search, not what was typed, which may be a name.
    var auditDetail: String {
        pairs.map { $0.name == "q" ? "search=yes" : "\($0.name)=\($0.value)" }.joined(separator: " ")
    }

    /// The standing's name in the address.
    var standingName: String {
        switch filter.standing {
        case .valid: "valid"
        case .expiring: "expiring"
        case .expired: "expired"
        case .missing: "none"
        case nil: ""
        }
    }

    private var pairs: [(name: String, value: String)] {
        var isExpiring = false
        if case .expiring = filter.standing { isExpiring = true }
        let all: [(name: String, value: String)] = [
            ("q", filter.search ?? ""), ("unit", filter.unit?.description ?? ""), ("role", filter.jobRole ?? ""),
            ("certification", filter.certification ?? ""), ("standing", standingName),
            ("days", isExpiring ? String(days) : ""), ("account", filter.hasNoAccount ? "none" : ""),
            ("left", filter.includesLeft ? "1" : ""), ("sort", order == .name ? "" : order.rawValue),
        ]
        return all.filter { !$0.value.isEmpty }
    }
}
