import Hummingbird
import Organization
import Storage
import UseCases

/// Other people's accounts and roles, for administrators: operations only, never answers, results or competencies.
struct AccountAdministrationRoutes {
    let site: Site

    func add(to routes: inout Routes) {
        let administrators = Access.roles([.administrator])
        routes.page("/accounts", administrators, list)
        routes.page("/accounts/:person", administrators, state)
        routes.form("/accounts/:person/roles", administrators, giveRole)
        routes.form("/accounts/:person/roles/take", administrators, takeRole)
        routes.form("/accounts/:person/code", administrators, makeCode)
        routes.form("/accounts/:person/second-factor/reset", administrators, resetSecondFactor)
        routes.form("/accounts/:person/sessions/end", administrators, endSessions)
        routes.form("/accounts/:person/close", administrators, close)
    }

    @Sendable private func list(request: Request, context: ViewerContext) async throws -> Response {
        let query = AccountListQuery(request.uri.queryParameters)
        let (scope, viewer) = (try Self.scope(context), context.viewer.person)
        let found = try await site.bilik.database.write { transaction in
            let found = try transaction.accountPage(
                in: scope, matching: query.filter, offset: (query.page - 1) * AccountListPage.rowsAtOnce,
                count: AccountListPage.rowsAtOnce)
            if !found.rows.isEmpty {
                try transaction.audit(
                    .listViewed, by: viewer, about: found.rows.map(\.person.id), purpose: "admin:accounts",
                    detail: query.detail(count: found.rows.count))
            }
            return found
        }
        let page = AccountListPage(
            found: found, filter: query.filter, page: query.page, words: site.words(for: context.visit))
        return site.page(page, for: context.visit)
    }

    @Sendable private func state(request: Request, context: ViewerContext) async throws -> Response {
        let (id, scope, viewer) = (try Self.person(context), try Self.scope(context), context.viewer.person)
        let done = request.uri.queryParameters["done"].flatMap { AccountAct(rawValue: String($0)) }
        let facts = try await site.bilik.database.write { transaction in
            let facts = try transaction.accountFacts(of: id, in: scope)
            // Coming back from a form of this page is the same look.
            if done == nil { try transaction.audit(.personViewed, by: viewer, about: [id], purpose: "admin:accounts") }
            return facts
        }
        return page(facts, done: done, fault: nil, context)
    }

    @Sendable private func giveRole(form: FormFields, context: ViewerContext) async throws -> Response {
        guard let grant = RoleGrant(form: form) else { throw Refusal.badForm }
        return try await act(.roleGiven, context) { try await $0.giveRole(grant, to: $1, by: $2) }
    }

    @Sendable private func takeRole(form: FormFields, context: ViewerContext) async throws -> Response {
        guard let grant = RoleGrant(form: form) else { throw Refusal.badForm }
        let isOwn = try grant.kind == .administrator && Self.person(context) == context.viewer.person
        let response = try await act(.roleTaken, context) { try await $0.takeRole(grant, from: $1, by: $2) }
        // Whoever has just stopped being administrator has no business on this page any more.
        return isOwn && response.status == .seeOther ? .seeOther("/") : response
    }

    @Sendable private func makeCode(form: FormFields, context: ViewerContext) async throws -> Response {
        let id = try Self.person(context)
        let made = try await site.bilik.makeActivationCodes(
            for: [id], in: try Self.scope(context), by: context.viewer.person)
        guard let (person, code) = made.first else { throw Refusal.notFound }
        return site.page(
            ActivationCodePage(
                person: person, code: code, address: site.settings.publicAddress,
                words: site.words(for: context.visit)), for: context.visit)
    }

    @Sendable private func resetSecondFactor(form: FormFields, context: ViewerContext) async throws -> Response {
        try await act(.secondFactorReset, context) { try await $0.resetSecondFactor(of: $1, by: $2) }
    }

    @Sendable private func endSessions(form: FormFields, context: ViewerContext) async throws -> Response {
        try await act(.sessionsEnded, context) { try await $0.endAllSessions(of: $1, by: $2) }
    }

    @Sendable private func close(form: FormFields, context: ViewerContext) async throws -> Response {
        try await act(.closed, context) { try await $0.closeAccount(of: $1, by: $2) }
    }
}

extension AccountAdministrationRoutes {
    /// Does one thing to the account of the path, and comes back to its page with what happened.
    private func act(
        _ act: AccountAct, _ context: ViewerContext, _ work: (Bilik, PersonID, PersonID) async throws -> Void
    ) async throws -> Response {
        let (id, scope) = (try Self.person(context), try Self.scope(context))
        let facts = try await site.bilik.database.read { try $0.accountFacts(of: id, in: scope) }
        do {
            try await work(site.bilik, id, context.viewer.person)
            return .seeOther("/accounts/\(id)?done=\(act.rawValue)")
        } catch let error as AdministrationError {
            guard let fault = AdministrationFaultWords(words: site.words(for: context.visit)).text(error) else {
                throw Refusal.notFound
            }
            return page(facts, done: nil, fault: fault, context)
        }
    }

    private func page(
        _ facts: AccountStatePage.Facts, done: AccountAct?, fault: String?, _ context: ViewerContext
    ) -> Response {
        let words = site.words(for: context.visit)
        let page = AccountStatePage(
            facts, notice: done?.notice(words), fault: fault, zone: site.bilik.database.zone, words: words)
        return site.page(page, for: context.visit, status: fault == nil ? .ok : .unprocessableContent)
    }

    private static func person(_ context: ViewerContext) throws -> PersonID {
        guard let id = context.parameters.get("person").flatMap({ PersonID($0) }) else { throw Refusal.notFound }
        return id
    }

    private static func scope(_ context: ViewerContext) throws -> Scope {
        guard let scope = context.viewer.accountScope else { throw Refusal.notFound }
        return scope
    }
}

/// What an address of the accounts list asks for.
private struct AccountListQuery {
    let filter: AccountFilter
    let page: Int

    init(_ parameters: Parameters) {
        filter = AccountFilter(
            group: parameters["group"].flatMap { AccountFilter.Group(rawValue: String($0)) } ?? .everyone,
            search: String((parameters["q"].map(String.init) ?? "").prefix(100)))
        page = min(max(parameters["page"].flatMap { Int($0) } ?? 1, 1), 1_000_000)
    }

    /// The filter for the audit log.
    ///
    /// The text that was searched for is a name more often than not, so it is left out.
    func detail(count: Int) -> String {
        "group=\(filter.group.rawValue) searched=\(filter.search.isEmpty ? "no" : "yes") page=\(page) count=\(count)"
    }
}

extension RoleGrant {
    /// Nothing where the form names no role, or a place that is no number.
    fileprivate init?(form: FormFields) {
        guard let kind = Role.Kind(rawValue: form["role"]) else { return nil }
        let (agency, unit) = (AgencyID(form["agency"]), UnitID(form["unit"]))
        switch kind {
        case .hrOfficer:
            guard let agency else { return nil }
            self.init(kind: kind, agency: agency, includesSubordinates: form["subordinates"] == "yes")
        case .reportingOfficer:
            guard let unit else { return nil }
            self.init(kind: kind, unit: unit)
        case .electronicController, .author, .administrator: self.init(kind: kind)
        }
    }
}

extension Connection {
    fileprivate func accountFacts(of id: PersonID, in scope: Scope) throws -> AccountStatePage.Facts {
        guard let person = try person(id, in: scope) else { throw Refusal.notFound }
        let near = try agencyWithSubordinates(person.posting.agency)
        return AccountStatePage.Facts(
            person: person, agency: try agency(person.posting.agency)?.name ?? "",
            unit: try unit(person.posting.unit)?.name ?? "", account: try accountState(of: id),
            grants: try roleGrants(of: id), sessions: try openSessions(of: id),
            codeExpiry: try activationCodeExpiry(of: id), agencies: try agencies(),
            units: try units(in: .agencies(near)).filter(\.isEGovernment), now: now)
    }
}
