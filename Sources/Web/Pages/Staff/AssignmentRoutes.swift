import Hummingbird
import Organization
import Storage
import UseCases

/// The list of assigned courses: who is late.
struct AssignmentRoutes {
    let site: Site

    func add(to routes: inout Routes) {
        routes.page("/staff/assignments", .roles([.hrOfficer]), list)
    }

    @Sendable private func list(request: Request, context: ViewerContext) async throws -> Response {
        let query = AssignmentListQuery(try FormFields(query: request))
        guard let scope = context.viewer.staffScope else { throw Refusal.notFound }
        let facts = try await site.bilik.database.read { connection in
            let (total, rows) = try connection.assignmentPage(
                in: scope, matching: query.filter, offset: query.offset, count: AssignmentListQuery.rowsPerPage)
            return AssignmentListPage.Facts(
                today: connection.today, query: query, total: total, rows: rows,
                units: try connection.units(in: scope), agencies: try connection.agencies(in: scope))
        }
        try await site.bilik.recordLook(
            .listViewed, at: facts.rows.map(\.person.id), by: context.viewer.person,
            purpose: StaffPurpose.assignments.preset,
            detail: "\(query.auditDetail) page=\(query.page) count=\(facts.rows.count) total=\(facts.total)")
        return site.page(
            AssignmentListPage(
                facts, content: site.bilik.contents.current, visit: context.visit,
                words: site.words(for: context.visit)), for: context.visit)
    }
}
