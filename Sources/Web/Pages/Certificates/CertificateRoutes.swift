import Assessment
import Courseware
import Documents
import Hummingbird
import Organization
import Storage
import UseCases

/// Certificates: a person's own, and the public check by code.
struct CertificateRoutes {
    let site: Site

    func add(to routes: inout Routes) {
        routes.page("/me/certificates", .signedIn, list)
        routes.page("/me/certificates/:code", .signedIn, certificate)
        routes.page("/me/certificates/:code/pdf", .signedIn, pdf)
        routes.open("/verify", verifyForm)
        routes.open("/verify/:code", verify)
    }

    @Sendable private func list(request: Request, context: ViewerContext) async throws -> Response {
        let own = context.viewer.own
        let (certificates, open, today) = try await site.bilik.database.read { connection in
            (
                try connection.certificates(of: own.person), try connection.openAttempts(of: own), connection.today
            )
        }
        return site.page(
            CertificateListPage(
                certificates: certificates, open: open, today: today, content: site.bilik.contents.current,
                visit: context.visit, words: site.words(for: context.visit)), for: context.visit)
    }

    @Sendable private func certificate(request: Request, context: ViewerContext) async throws -> Response {
        let (certificate, standing) = try await own(context)
        return site.page(
            CertificatePage(
                certificate, standing: standing, framework: site.bilik.contents.current.framework,
                verifyAddress: verifyAddress(certificate), language: context.visit.language,
                words: site.words(for: context.visit)), for: context.visit)
    }

    @Sendable private func pdf(request: Request, context: ViewerContext) async throws -> Response {
        let (certificate, _) = try await own(context)
        let document = CertificateWords(
            framework: site.bilik.contents.current.framework, language: context.visit.language,
            words: site.words(for: context.visit)
        ).document(certificate, verifyAddress: verifyAddress(certificate), isDemo: site.settings.isDemo)
        let zone = site.bilik.database.zone
        let bytes = try document.pdf(created: certificate.issued.start(in: zone))
        return .file(bytes, contentType: "application/pdf", name: "\(certificate.code).pdf")
    }

    @Sendable private func verifyForm(request: Request, context: VisitContext) async throws -> Response {
        // A form sends blanks as `+`, which the plain parameters of an address would keep.
        let form = FormFields(encoded: request.uri.query ?? "")
        let typed = form?["code"] ?? ""
        if let code = VerificationCode(typed: typed) { return .seeOther("/verify/\(code.text)") }
        let isWrong = form == nil || request.uri.queryParameters["code"] != nil
        return site.page(
            VerifyFormPage(typed: typed, isWrong: isWrong, words: site.words(for: context.visit)), for: context.visit)
    }

    @Sendable private func verify(request: Request, context: VisitContext) async throws -> Response {
        guard let code = context.parameters.get("code").flatMap({ VerificationCode(typed: $0) }) else {
            return .seeOther("/verify?code=\(QueryText.escaped(context.parameters.get("code") ?? ""))")
        }
        let (certificate, today) = try await site.bilik.database.read {
            (try $0.certificate(code: code.text), $0.today)
        }
        return site.page(
            VerifyPage(
                code: code.text, certificate: certificate, today: today,
                framework: site.bilik.contents.current.framework, language: context.visit.language,
                words: site.words(for: context.visit)),
            for: context.visit, status: certificate == nil ? .notFound : .ok)
    }

    private func own(_ context: ViewerContext) async throws -> (Certificate, CertificateStanding) {
        guard let code = context.parameters.get("code").flatMap({ VerificationCode(typed: $0) }) else {
            throw Refusal.notFound
        }
        let person = context.viewer.person
        let (found, today) = try await site.bilik.database.read { (try $0.certificate(code: code.text), $0.today) }
        guard let found, found.person == person else { throw Refusal.notFound }
        return (found, found.standing(on: today))
    }

    private func verifyAddress(_ certificate: Certificate) -> String {
        "\(site.settings.publicAddress)/verify/\(certificate.code)"
    }
}
