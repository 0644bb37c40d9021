import Assessment
import Hummingbird
import Organization
import Storage
import UseCases

/// One person's page for their HR officer, and what the officer does for that person.
struct PersonRoutes {
    let site: Site

    func add(to routes: inout Routes) {
        routes.page("/staff/:person", .roles([.hrOfficer]), person)
        routes.form("/staff/:person/assignments", .roles([.hrOfficer]), assign)
        routes.form("/staff/:person/extra-time", .roles([.hrOfficer]), setExtraTime)
        routes.form("/staff/:person/faults", .roles([.hrOfficer]), recordFault)
    }

    @Sendable private func person(request: Request, context: ViewerContext) async throws -> Response {
        let fields = try FormFields(query: request)
        return try await answer(fields, notice: StaffDone(fields), context)
    }

    @Sendable private func assign(form: FormFields, context: ViewerContext) async throws -> Response {
        try await act(form, context) { person, scope, officer in
            guard let due = DayField.day(form["due"]) else { throw StaffError.noDueDay }
            let done = try await site.bilik.assign(
                course: form["course"], to: [person], due: due, in: scope, by: officer)
            guard done.assigned.count + done.finishedBefore > 0 else { throw StaffError.notFound }
            return StaffDone.query(done)
        }
    }

    @Sendable private func setExtraTime(form: FormFields, context: ViewerContext) async throws -> Response {
        try await act(form, context) { person, scope, officer in
            try await site.bilik.setExtraTime(of: person, percent: Int(form["percent"]), in: scope, by: officer)
            return StaffDone.query(.extraTime)
        }
    }

    @Sendable private func recordFault(form: FormFields, context: ViewerContext) async throws -> Response {
        try await act(form, context) { person, scope, officer in
            guard let attempt = AttemptID(form["attempt"]) else { throw StaffError.notFound }
            try await site.bilik.recordFault(
                form["note"], of: attempt, sittingOf: person, in: scope, by: officer)
            return StaffDone.query(.fault)
        }
    }

    /// Does what a form asks for and leads back to the page, or shows the page again with what is wrong.
    private func act(
        _ form: FormFields, _ context: ViewerContext, _ body: (PersonID, Scope, PersonID) async throws -> String
    ) async throws -> Response {
        let (person, scope) = try Self.subject(of: context)
        do {
            let done = try await body(person, scope, context.viewer.person)
            let page = StaffListQuery(text: form["list"]).path(to: person, for: Self.purpose(form))
            return .seeOther(page.appendingQuery(done))
        } catch StaffError.notFound {
            throw Refusal.notFound
        } catch let fault as StaffError {
            return try await answer(form, fault: fault, context)
        }
    }

    private func answer(
        _ fields: FormFields, notice: StaffDone? = nil, fault: StaffError? = nil, _ context: ViewerContext
    ) async throws -> Response {
        let (id, scope) = try Self.subject(of: context)
        let purpose = Self.purpose(fields)
        let (member, today) = try await site.bilik.openPerson(
            id, in: scope, by: context.viewer.person, purpose: purpose.preset)
        let (content, words) = (site.bilik.contents.current, site.words(for: context.visit))
        let desk = PersonDesk(
            member.person, purpose: purpose, typed: fields, fault: fault, today: today, content: content,
            visit: context.visit, words: words)
        return site.page(
            PersonPage(
                member, today: today, content: content, visit: context.visit, section: .staff, desk: desk,
                notice: notice?.text(words), words: words),
            for: context.visit, status: fault == nil ? .ok : .unprocessableContent)
    }

    private static func subject(of context: ViewerContext) throws -> (PersonID, Scope) {
        guard let person = context.parameters.get("person").flatMap({ PersonID($0) }),
            let scope = context.viewer.staffScope
        else { throw Refusal.notFound }
        return (person, scope)
    }

    private static func purpose(_ fields: FormFields) -> StaffPurpose {
        StaffPurpose(rawValue: fields["from"]) ?? .staff
    }
}
