import Courseware
import Hummingbird
import Organization
import Training
import UseCases

/// The glossary, which is open to all: lessons link to its terms, and open courses are read without an account.
struct GlossaryRoutes {
    let site: Site

    func add(to routes: inout Routes) {
        routes.open("/glossary", glossary)
        routes.open("/glossary/:term", term)
    }

    @Sendable private func glossary(request: Request, context: VisitContext) async throws -> Response {
        let typed = String(try FormFields(query: request)["q"].prefix(100))
        return site.page(
            GlossaryPage(
                site.bilik.contents.current.glossary, searchingFor: typed, visit: context.visit,
                words: site.words(for: context.visit)), for: context.visit)
    }

    @Sendable private func term(request: Request, context: VisitContext) async throws -> Response {
        guard let term = context.parameters.get("term").flatMap(site.bilik.contents.current.glossary.term) else {
            throw Refusal.notFound
        }
        return site.page(
            TermPage(term, visit: context.visit, words: site.words(for: context.visit)), for: context.visit)
    }
}
