import Courseware
import Documents
import Hummingbird
import Organization
import Storage
import UseCases

/// The staff list of an HR officer, as page and as file.
struct StaffRoutes {
    let site: Site

    func add(to routes: inout Routes) {
        routes.page("/staff", .roles([.hrOfficer]), list)
        routes.page("/staff.csv", .roles([.hrOfficer]), csv)
    }

    @Sendable private func list(request: Request, context: ViewerContext) async throws -> Response {
        let fields = try FormFields(query: request)
        return try await StaffListAnswer(site: site, context: context)
            .page(StaffListQuery(fields), done: StaffDone(fields))
    }

    @Sendable private func csv(request: Request, context: ViewerContext) async throws -> Response {
        let query = StaffListQuery(try FormFields(query: request))
        return try await StaffListAnswer(site: site, context: context).file(query)
    }
}
