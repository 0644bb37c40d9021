import Organization
import Storage

/// What the address of the list of assigned courses asks for.
struct AssignmentListQuery: Hashable, Sendable {
    var filter = AssignmentFilter()
    /// From 1.
    var page = 1

    static let rowsPerPage = 50

    init(_ fields: FormFields) {
        filter.state = AssignmentFilter.State(rawValue: fields["state"]) ?? .open
        filter.unit = UnitID(fields["unit"])
        filter.course = fields["course"].isEmpty ? nil : fields["course"]
        page = min(max(Int(fields["page"]) ?? 1, 1), 1_000_000)
    }

    var offset: Int { (page - 1) * Self.rowsPerPage }

    func path(page: Int = 1) -> String {
        let all = pairs + (page == 1 ? [] : [("page", String(page))])
        let query = all.map { "\($0.0)=\(QueryText.escaped($0.1))" }.joined(separator: "&")
        return query.isEmpty ? "/staff/assignments" : "/staff/assignments?\(query)"
    }

    var auditDetail: String {
        let others = pairs.filter { $0.0 != "state" }.map { " \($0.0)=\($0.1)" }
        return "assignments state=\(filter.state.rawValue)" + others.joined()
    }

    private var pairs: [(String, String)] {
        [
            ("state", filter.state == .open ? "" : filter.state.rawValue),
            ("unit", filter.unit?.description ?? ""), ("course", filter.course ?? ""),
        ].filter { !$0.1.isEmpty }
    }
}
