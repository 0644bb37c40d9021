import Courseware
import Documents
import Hummingbird
import Organization
import Storage
import UseCases

/// What is done for many people at once: a course to assign, activation codes to print.
struct StaffActionRoutes {
    let site: Site

    func add(to routes: inout Routes) {
        routes.form("/staff/assignments", .roles([.hrOfficer]), assign)
        routes.form("/staff/activation-codes", .roles([.hrOfficer, .administrator]), makeCodes)
    }

    @Sendable private func assign(form: FormFields, context: ViewerContext) async throws -> Response {
        let (query, selection) = (StaffListQuery(text: form["list"]), StaffSelection(form))
        let list = try StaffListAnswer(site: site, context: context)
        let people = try await selection.people(on: query.filter, in: list.scope, of: site.bilik)
        guard let due = selection.dueDay, !people.isEmpty else {
            return try await list.page(query, selection: selection.refused(hasPeople: !people.isEmpty))
        }
        do {
            let done = try await site.bilik.assign(
                course: selection.course, to: people, due: due, in: list.scope, by: context.viewer.person)
            return .seeOther(query.path(page: query.page).appendingQuery(StaffDone.query(done)))
        } catch let fault as StaffError {
            return try await list.page(query, selection: selection.refused(for: fault))
        }
    }

    @Sendable private func makeCodes(form: FormFields, context: ViewerContext) async throws -> Response {
        let (query, selection) = (StaffListQuery(text: form["list"]), StaffSelection(form))
        guard let scope = context.viewer.accountScope else { throw Refusal.notFound }
        // Whoever can sign in already gets a new code only when ticked: nobody should need it.
        var filter = query.filter
        filter.hasNoAccount = true
        let people = try await selection.people(on: filter, in: context.viewer.staffScope, of: site.bilik)
        let codes = try await site.bilik.makeActivationCodes(for: people, in: scope, by: context.viewer.person)
        guard !codes.isEmpty else {
            // An administrator comes from the accounts, where a person is chosen before the button shows.
            guard context.viewer.staffScope != nil else { return .seeOther("/accounts") }
            let fault = selection.isWhole ? StaffSelection.Fault.nobodyWithoutAccount : .nobody
            return try await StaffListAnswer(site: site, context: context)
                .page(query, selection: selection.refused(for: [fault]))
        }
        let back = context.viewer.staffScope == nil ? "/accounts" : query.path(page: query.page)
        return try await slips(codes, leftOut: people.count - codes.count, back: back, context)
    }

    private func slips(
        _ codes: [(person: Person, code: ActivationCode)], leftOut: Int, back: String, _ context: ViewerContext
    ) async throws -> Response {
        let today = try await site.bilik.database.read { $0.today }
        return site.page(
            ActivationSlipsPage(
                codes, leftOut: leftOut, lastDay: today.adding(days: ActivationCode.days),
                address: "\(site.settings.publicAddress)/activate", back: back, site: site,
                words: site.words(for: context.visit)), for: context.visit)
    }
}
