import Hummingbird
import Organization

/// The language of the interface, and that of the text where the interface has none of its own.
struct LanguageRoutes {
    let site: Site

    func add(to routes: inout Routes) {
        routes.open("/language/:language", language)
        routes.open("/text/:language", text)
    }

    @Sendable private func language(request: Request, context: VisitContext) async throws -> Response {
        guard let language = context.parameters.get("language").flatMap(Language.init(rawValue:)) else {
            throw Refusal.notFound
        }
        return back(request, context, setting: Cookies.language, to: language.rawValue)
    }

    @Sendable private func text(request: Request, context: VisitContext) async throws -> Response {
        guard let language = context.parameters.get("language").flatMap(ContentLanguage.init(rawValue:)) else {
            throw Refusal.notFound
        }
        return back(request, context, setting: Cookies.text, to: language.rawValue)
    }

    private func back(
        _ request: Request, _ context: VisitContext, setting cookie: String, to value: String
    ) -> Response {
        let path = QueryText.ownPath(request.uri.queryParameters["to"].map(String.init) ?? "/")
        var response = Response.seeOther(path)
        response.setCookie(
            Cookies.make(cookie, value, maxAge: 365 * 86_400, isSecure: context.visit.isSecure))
        return response
    }
}
