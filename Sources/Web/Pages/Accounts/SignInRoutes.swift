import Hummingbird
import Organization
import Storage
import UseCases

/// Signing in and out, the second factor, and opening an account with an activation code.
struct SignInRoutes {
    let site: Site

    func add(to routes: inout Routes) {
        routes.open("/sign-in", form)
        routes.openForm("/sign-in", signIn)
        routes.formBeforePrivacyNotice("/sign-out", signOut)
        routes.open("/second-factor", secondFactor)
        routes.openForm("/second-factor", confirm)
        routes.openForm("/second-factor/set-up", setUp)
        routes.open("/activate", activationForm)
        routes.openForm("/activate", activate)
    }

    @Sendable private func form(request: Request, context: VisitContext) async throws -> Response {
        guard context.visit.viewer == nil else { return .seeOther("/") }
        let to = QueryText.ownPath(request.uri.queryParameters["to"].map(String.init) ?? "/")
        let notice =
            request.uri.queryParameters["activated"] == nil ? nil : site.words(for: context.visit)["sign-in.activated"]
        return site.page(page(context.visit, to: to, userName: "", fault: nil, notice: notice), for: context.visit)
    }

    @Sendable private func signIn(form: FormFields, context: VisitContext) async throws -> Response {
        let to = QueryText.ownPath(form["to"])
        do {
            let session = try await site.bilik.signIn(
                userName: form["user_name"], password: form.exact("password"), from: context.visit.address)
            let next = session.awaitsSecondFactor ? "/second-factor?to=\(QueryText.escaped(to))" : to
            return begin(session, then: next, context.visit)
        } catch let error as AccountError {
            let fault = AccountFaultWords(words: site.words(for: context.visit)).text(error)
            return site.page(
                page(context.visit, to: to, userName: form["user_name"], fault: fault, notice: nil),
                for: context.visit, status: .unprocessableContent)
        }
    }

    @Sendable private func signOut(form: FormFields, context: ViewerContext) async throws -> Response {
        try await site.bilik.signOut(context.session)
        var response = Response.seeOther("/sign-in")
        response.setCookie(Cookies.removal(Cookies.session, isSecure: context.visit.isSecure))
        return response
    }

    @Sendable private func secondFactor(request: Request, context: VisitContext) async throws -> Response {
        let half = try Self.half(context.visit)
        let to = QueryText.ownPath(request.uri.queryParameters["to"].map(String.init) ?? "/")
        if try await site.bilik.hasSecondFactor(half.record.viewer.person) {
            return site.page(
                SecondFactorPage(to: to, fault: nil, words: site.words(for: context.visit)), for: context.visit)
        }
        return site.page(
            SecondFactorSetUpPage(
                code: TimeBasedCode(), account: half.record.viewer.name.full, to: to, fault: nil,
                words: site.words(for: context.visit)), for: context.visit)
    }

    @Sendable private func confirm(form: FormFields, context: VisitContext) async throws -> Response {
        let half = try Self.half(context.visit)
        let to = QueryText.ownPath(form["to"])
        do {
            let session = try await site.bilik.confirmSecondFactor(
                form["code"], of: half.record.viewer.person, half: half.token, from: context.visit.address)
            return begin(session, then: to, context.visit)
        } catch let error as AccountError {
            let words = site.words(for: context.visit)
            return site.page(
                SecondFactorPage(to: to, fault: AccountFaultWords(words: words).text(error), words: words),
                for: context.visit, status: .unprocessableContent)
        }
    }

    @Sendable private func setUp(form: FormFields, context: VisitContext) async throws -> Response {
        let half = try Self.half(context.visit)
        let words = site.words(for: context.visit)
        let to = QueryText.ownPath(form["to"])
        // Who has a second factor already confirms it; setting up another takes more than a password.
        guard try await !site.bilik.hasSecondFactor(half.record.viewer.person) else { throw Refusal.notFound }
        guard let code = TimeBasedCode(base32: form["secret"]) else { throw Refusal.badForm }
        do {
            let (session, recovery) = try await site.bilik.setUpSecondFactor(
                code, typed: form["code"], of: half.record.viewer.person, half: half.token)
            var response = site.page(
                RecoveryCodesPage(codes: recovery.map(\.text), to: to, words: words), for: context.visit)
            response.setCookie(
                Cookies.make(Cookies.session, session.token.text, isSecure: context.visit.isSecure))
            return response
        } catch let error as AccountError {
            return site.page(
                SecondFactorSetUpPage(
                    code: code, account: half.record.viewer.name.full, to: to,
                    fault: AccountFaultWords(words: words).text(error), words: words),
                for: context.visit, status: .unprocessableContent)
        }
    }

    @Sendable private func activationForm(request: Request, context: VisitContext) async throws -> Response {
        site.page(
            ActivationPage(staffNumber: "", fault: nil, words: site.words(for: context.visit)), for: context.visit)
    }

    @Sendable private func activate(form: FormFields, context: VisitContext) async throws -> Response {
        do {
            guard form.exact("password") == form.exact("password_again") else { throw AccountError.passwordsDiffer }
            try await site.bilik.activate(
                staffNumber: form["staff_number"], typedCode: form["code"], password: form.exact("password"),
                from: context.visit.address)
            return .seeOther("/sign-in?activated=1")
        } catch let error as AccountError {
            let words = site.words(for: context.visit)
            return site.page(
                ActivationPage(
                    staffNumber: form["staff_number"], fault: AccountFaultWords(words: words).text(error),
                    words: words), for: context.visit, status: .unprocessableContent)
        }
    }

    private func page(_ visit: Visit, to: String, userName: String, fault: String?, notice: String?) -> SignInPage {
        SignInPage(
            to: to, userName: userName, fault: fault, notice: notice, isDemo: site.settings.isDemo,
            words: site.words(for: visit))
    }

    private func begin(_ session: NewSession, then path: String, _ visit: Visit) -> Response {
        var response = Response.seeOther(path)
        response.setCookie(Cookies.make(Cookies.session, session.token.text, isSecure: visit.isSecure))
        return response
    }

    private static func half(_ visit: Visit) throws -> Visit.OpenSession {
        guard let session = visit.session, session.record.awaitsSecondFactor else {
            throw Refusal.signInFirst(back: "/")
        }
        return session
    }
}
