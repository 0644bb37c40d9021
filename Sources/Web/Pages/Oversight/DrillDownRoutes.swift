import Courseware
import Hummingbird
import Organization
import Storage
import UseCases

/// From figures to persons: each step only for a purpose that the Controller types and that those persons read.
struct DrillDownRoutes {
    let site: Site

    private static let controller = Access.roles([.electronicController])

    func add(to routes: inout Routes) {
        routes.page("/units/:unit/people", Self.controller, peopleForm)
        routes.form("/units/:unit/people", Self.controller, people)
        routes.page("/people/:person", Self.controller, personForm)
        routes.form("/people/:person", Self.controller, person)
    }

    @Sendable private func peopleForm(request: Request, context: ViewerContext) async throws -> Response {
        try await askPurpose(for: try Self.unit(context), typed: nil, context)
    }

    @Sendable private func people(form: FormFields, context: ViewerContext) async throws -> Response {
        let id = try Self.unit(context)
        guard let purpose = LookPurpose(typed: form["purpose"]) else {
            return try await askPurpose(for: id, typed: form["purpose"], context)
        }
        let found = try await site.bilik.openPeople(
            of: id, in: try Self.scope(context), for: purpose, by: context.viewer.person)
        guard let found else { throw Refusal.notFound }
        return site.page(
            UnitPeoplePage(
                found, purpose: purpose, today: site.bilik.database.today, content: site.bilik.contents.current,
                language: context.visit.language, words: site.words(for: context.visit)),
            for: context.visit)
    }

    @Sendable private func personForm(request: Request, context: ViewerContext) async throws -> Response {
        try await askPurpose(for: try Self.person(context), typed: nil, context)
    }

    @Sendable private func person(form: FormFields, context: ViewerContext) async throws -> Response {
        let id = try Self.person(context)
        guard let purpose = LookPurpose(typed: form["purpose"]) else {
            return try await askPurpose(for: id, typed: form["purpose"], context)
        }
        let found = try await site.bilik.openPerson(
            id, in: try Self.scope(context), for: purpose, by: context.viewer.person)
        guard let found else { throw Refusal.notFound }
        return site.page(
            OverseenPersonPage(
                found, purpose: purpose, today: site.bilik.database.today, content: site.bilik.contents.current,
                language: context.visit.language, words: site.words(for: context.visit)),
            for: context.visit)
    }

    private func askPurpose(for id: UnitID, typed: String?, _ context: ViewerContext) async throws -> Response {
        let scope = try Self.scope(context)
        guard let unit = try await site.bilik.database.read({ try $0.unit(id, in: scope) }) else {
            throw Refusal.notFound
        }
        let words = site.words(for: context.visit)
        return answer(PurposePage(unit: unit, typed: typed, words: words), isRefused: typed != nil, context)
    }

    /// Asks without a name: whose page it is shows only once it has been opened.
    private func askPurpose(for id: PersonID, typed: String?, _ context: ViewerContext) async throws -> Response {
        let scope = try Self.scope(context)
        guard try await site.bilik.database.read({ try $0.person(id, in: scope) }) != nil else {
            throw Refusal.notFound
        }
        let words = site.words(for: context.visit)
        return answer(PurposePage(person: id, typed: typed, words: words), isRefused: typed != nil, context)
    }

    private func answer(_ page: PurposePage, isRefused: Bool, _ context: ViewerContext) -> Response {
        site.page(page, for: context.visit, status: isRefused ? .unprocessableContent : .ok)
    }

    private static func unit(_ context: ViewerContext) throws -> UnitID {
        guard let unit = context.parameters.get("unit").flatMap({ UnitID($0) }) else { throw Refusal.notFound }
        return unit
    }

    private static func person(_ context: ViewerContext) throws -> PersonID {
        guard let person = context.parameters.get("person").flatMap({ PersonID($0) }) else { throw Refusal.notFound }
        return person
    }

    private static func scope(_ context: ViewerContext) throws -> Scope {
        guard let scope = context.viewer.drillDownScope else { throw Refusal.notFound }
        return scope
    }
}
