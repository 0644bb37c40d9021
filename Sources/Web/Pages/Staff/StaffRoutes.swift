import Courseware
import Documents
import Hummingbird
import Organization
import Storage
import UseCases

/// The staff list of an HR officer, as page and as file, and what is done for many at once.
struct StaffRoutes {
    let site: Site

    func add(to routes: inout Routes) {
        routes.page("/staff", .roles([.hrOfficer]), list)
        routes.page("/staff.csv", .roles([.hrOfficer]), csv)
        routes.form("/staff/assignments", .roles([.hrOfficer]), assign)
        routes.form("/staff/activation-codes", .roles([.hrOfficer, .administrator]), makeCodes)
    }

    @Sendable private func list(request: Request, context: ViewerContext) async throws -> Response {
        let fields = try FormFields(query: request)
        return try await answer(StaffListQuery(fields), done: StaffDone(fields), context)
    }

    @Sendable private func csv(request: Request, context: ViewerContext) async throws -> Response {
        let query = StaffListQuery(try FormFields(query: request))
        let scope = try Self.scope(of: context)
        let (rows, agencies, today) = try await site.bilik.database.read { connection in
            (
                try connection.allStaffRows(in: scope, matching: query.filter, sortedBy: query.order),
                try connection.agencies(in: scope), connection.today
            )
        }
        try await site.bilik.recordLook(
            .listExported, at: rows.map(\.person.id), by: context.viewer.person, purpose: query.purpose.preset,
            detail: Self.detail(query.auditDetail, "format=csv count=\(rows.count)"))
        let (content, words) = (site.bilik.contents.current, site.words(for: context.visit))
        let export = StaffExport(
            lines: rows.map { StaffLine($0, content: content, today: today, words: words) },
            hasSeveralAgencies: agencies.count > 1, includesLeft: query.filter.includesLeft, content: content,
            words: words)
        let bytes = export.table.data(separator: StaffExport.separator(in: words.language))
        return .file(bytes, contentType: "text/csv; charset=utf-8", name: "bilik-staff-\(today).csv")
    }

    @Sendable private func assign(form: FormFields, context: ViewerContext) async throws -> Response {
        let (query, selection) = (StaffListQuery(text: form["list"]), StaffSelection(form))
        let scope = try Self.scope(of: context)
        let people =
            selection.isWhole
            ? try await site.bilik.database.read { try $0.staffIDs(in: scope, matching: query.filter) }
            : selection.people
        var faults: [StaffSelection.Fault] = people.isEmpty ? [.nobody] : []
        let due = DayField.day(selection.due)
        if due == nil { faults.append(.due) }
        guard let due, faults.isEmpty else { return try await refuse(selection, faults, query, context) }
        do {
            let done = try await site.bilik.assign(
                course: selection.course, to: people, due: due, in: scope, by: context.viewer.person)
            let notice = StaffDone.query(
                .assigned, count: done.assigned.count, finishedBefore: done.finishedBefore)
            return .seeOther(query.path(page: query.page).appendingQuery(notice))
        } catch StaffError.unknownCourse {
            return try await refuse(selection, [.course], query, context)
        } catch StaffError.dueDayPassed {
            return try await refuse(selection, [.duePassed], query, context)
        }
    }

    @Sendable private func makeCodes(form: FormFields, context: ViewerContext) async throws -> Response {
        let (query, selection) = (StaffListQuery(text: form["list"]), StaffSelection(form))
        guard let scope = context.viewer.accountScope else { throw Refusal.notFound }
        var people = selection.people
        if selection.isWhole, let listScope = context.viewer.staffScope {
            // Whoever can sign in already gets a new code only when ticked: it would make their password's end.
            var filter = query.filter
            filter.hasNoAccount = true
            people = try await site.bilik.database.read { [filter] in try $0.staffIDs(in: listScope, matching: filter) }
        }
        let codes = try await site.bilik.makeActivationCodes(for: people, in: scope, by: context.viewer.person)
        guard !codes.isEmpty else {
            guard context.viewer.staffScope != nil else { return .seeOther("/accounts") }
            return try await refuse(
                selection, [selection.isWhole ? .nobodyWithoutAccount : .nobody], query, context)
        }
        let back = context.viewer.staffScope == nil ? "/accounts" : query.path(page: query.page)
        let today = try await site.bilik.database.read { $0.today }
        return site.page(
            ActivationSlipsPage(
                codes, leftOut: people.count - codes.count, lastDay: today.adding(days: ActivationCode.days),
                address: "\(site.settings.publicAddress)/activate", back: back, site: site,
                words: site.words(for: context.visit)), for: context.visit)
    }

    private func refuse(
        _ selection: StaffSelection, _ faults: [StaffSelection.Fault], _ query: StaffListQuery, _ context: ViewerContext
    ) async throws -> Response {
        try await answer(query, selection: selection.refused(for: faults), context)
    }

    /// Shows the list, and notes who was on it.
    private func answer(
        _ query: StaffListQuery, selection: StaffSelection = .none, done: StaffDone? = nil, _ context: ViewerContext
    ) async throws -> Response {
        let scope = try Self.scope(of: context)
        let content = site.bilik.contents.current
        let facts = try await site.bilik.database.read {
            try StaffListPage.Facts(of: query, in: scope, content: content, from: $0)
        }
        try await site.bilik.recordLook(
            .listViewed, at: facts.rows.map(\.person.id), by: context.viewer.person, purpose: query.purpose.preset,
            detail: Self.detail(
                query.auditDetail, "page=\(facts.query.page) count=\(facts.rows.count) total=\(facts.total)"))
        return site.page(
            StaffListPage(
                facts, selection: selection, done: done, content: content, visit: context.visit,
                words: site.words(for: context.visit)),
            for: context.visit, status: selection.faults.isEmpty ? .ok : .unprocessableContent)
    }

    private static func scope(of context: ViewerContext) throws -> Scope {
        guard let scope = context.viewer.staffScope else { throw Refusal.notFound }
        return scope
    }

    private static func detail(_ filter: String, _ counts: String) -> String {
        filter.isEmpty ? counts : "\(filter) \(counts)"
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
                in: scope, jobRoles: content.jobRoles, framework: content.framework),
            units: try connection.units(in: scope), agencies: try connection.agencies(in: scope))
    }
}
