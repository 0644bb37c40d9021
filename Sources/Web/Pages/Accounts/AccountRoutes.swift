import Courseware
import Hummingbird
import Organization
import Storage
import UseCases

/// A person's own account: password, language, who has looked at their data.
struct AccountRoutes {
    let site: Site

    func add(to routes: inout Routes) {
        routes.page("/account", .signedIn, account)
        routes.form("/account/password", .signedIn, changePassword)
        routes.form("/account/language", .signedIn, setLanguage)
        routes.page("/me/looks", .signedIn, looks)
    }

    @Sendable private func account(request: Request, context: ViewerContext) async throws -> Response {
        let isChanged = request.uri.queryParameters["changed"] != nil
        return try await answer(context, fault: nil, isChanged: isChanged)
    }

    @Sendable private func changePassword(form: FormFields, context: ViewerContext) async throws -> Response {
        do {
            guard form.exact("new") == form.exact("new_again") else { throw AccountError.passwordsDiffer }
            try await site.bilik.changePassword(
                of: context.viewer.person, old: form.exact("old"), new: form.exact("new"), keeping: context.session,
                from: context.visit.address)
            return .seeOther("/account?changed=1")
        } catch let error as AccountError {
            let fault = AccountFaultWords(words: site.words(for: context.visit)).text(error)
            return try await answer(context, fault: fault, isChanged: false)
        }
    }

    @Sendable private func setLanguage(form: FormFields, context: ViewerContext) async throws -> Response {
        guard let language = Language(rawValue: form["language"]) else { throw Refusal.badForm }
        let person = context.viewer.person
        try await site.bilik.database.write { try $0.setLanguage(language, of: person) }
        var response = Response.seeOther("/account?changed=1")
        response.setCookie(Cookies.removal(Cookies.language, isSecure: context.visit.isSecure))
        return response
    }

    @Sendable private func looks(request: Request, context: ViewerContext) async throws -> Response {
        let own = context.viewer.own
        let actions = AuditAction.allCases.filter(\.isLook).map(\.rawValue)
        let entries = try await site.bilik.database.read { try $0.entries(about: own, actions: actions, atMost: 200) }
        return site.page(
            LooksPage(entries: entries, zone: site.bilik.database.zone, words: site.words(for: context.visit)),
            for: context.visit)
    }

    private func answer(_ context: ViewerContext, fault: String?, isChanged: Bool) async throws -> Response {
        let (person, id) = (context.viewer.person, context.viewer.posting.unit)
        let (userName, staffNumber, unit, agency) = try await site.bilik.database.read { connection in
            (
                try connection.account(of: person)?.userName, try connection.person(person)?.staffNumber,
                try connection.unit(id)?.name, try connection.agency(context.viewer.posting.agency)?.name
            )
        }
        let page = AccountPage(
            viewer: context.viewer, userName: userName ?? "", staffNumber: staffNumber ?? "", unit: unit ?? "",
            agency: agency ?? "", jobRole: site.bilik.contents.current.jobRole(context.viewer.posting.jobRole),
            language: context.visit.language, fault: fault, isChanged: isChanged,
            words: site.words(for: context.visit))
        return site.page(page, for: context.visit, status: fault == nil ? .ok : .unprocessableContent)
    }
}
