import Courseware
import Documents
import Hummingbird
import Organization
import Storage
import UseCases

/// Shows the staff list to one HR officer or gives it out as a file, and notes each time who was on it.
struct StaffListAnswer {
    let site: Site
    let scope: Scope
    private let context: ViewerContext

    /// Refused to whoever is no HR officer: for them there is no such list.
    init(site: Site, context: ViewerContext) throws {
        guard let scope = context.viewer.staffScope else { throw Refusal.notFound }
        (self.site, self.scope, self.context) = (site, scope, context)
    }

    func page(
        _ query: StaffListQuery, selection: StaffSelection = .none, done: StaffDone? = nil
    ) async throws -> Response {
        let content = site.bilik.contents.current
        let facts = try await site.bilik.database.read { [scope] in
            try StaffListPage.Facts(of: query, in: scope, content: content, from: $0)
        }
        try await note(
            .listViewed, at: facts.rows, query,
            "page=\(facts.query.page) count=\(facts.rows.count) total=\(facts.total)")
        return site.page(
            StaffListPage(
                facts, selection: selection, done: done, content: content, visit: context.visit,
                words: site.words(for: context.visit)),
            for: context.visit, status: selection.faults.isEmpty ? .ok : .unprocessableContent)
    }

    func file(_ query: StaffListQuery) async throws -> Response {
        let (rows, agencies, today) = try await site.bilik.database.read { [scope] connection in
            (
                try connection.allStaffRows(in: scope, matching: query.filter, sortedBy: query.order),
                try connection.agencies(in: scope), connection.today
            )
        }
        try await note(.listExported, at: rows, query, "format=csv count=\(rows.count)")
        let (content, words) = (site.bilik.contents.current, site.words(for: context.visit))
        let export = StaffExport(
            lines: rows.map { StaffLine($0, content: content, today: today, words: words) },
            hasSeveralAgencies: agencies.count > 1, includesLeft: query.filter.includesLeft, content: content,
            words: words)
        let bytes = export.table.data(separator: StaffExport.separator(in: words.language))
        return .file(bytes, contentType: "text/csv; charset=utf-8", name: "bilik-staff-\(today).csv")
    }

    private func note(_ action: AuditAction, at rows: [StaffRow], _ query: StaffListQuery, _ counts: String)
        async throws
    {
        let filter = query.auditDetail
        try await site.bilik.recordLook(
            action, at: rows.map(\.person.id), by: context.viewer.person, purpose: query.purpose.preset,
            detail: filter.isEmpty ? counts : "\(filter) \(counts)")
    }
}

extension StaffListPage.Facts {
    /// A page beyond the end shows the last one: the list may have become shorter since the link was made.
    fileprivate init(
        of wish: StaffListQuery, in scope: Scope, content: Content, from connection: Connection
    ) throws {
        var query = wish
        func stretch() throws -> (total: Int, rows: [StaffRow]) {
            try connection.staffPage(
                in: scope, matching: query.filter, sortedBy: query.order, offset: query.offset,
                count: StaffListQuery.rowsPerPage)
        }
        var (total, rows) = try stretch()
        if rows.isEmpty, query.page > 1 {
            query.page = max(1, (total + StaffListQuery.rowsPerPage - 1) / StaffListQuery.rowsPerPage)
            (total, rows) = try stretch()
        }
        self.init(
            today: connection.today, query: query, total: total, rows: rows,
            summary: try connection.staffSummary(
                in: scope, jobRoles: content.examinedJobRoles, framework: content.framework),
            units: try connection.units(in: scope), agencies: try connection.agencies(in: scope))
    }
}
