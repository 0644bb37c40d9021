import Hummingbird
import Organization
import Storage
import UseCases

/// What is being served and what is wrong with it, for authors: never persons, never the key of a question.
struct ContentRoutes {
    let site: Site

    func add(to routes: inout Routes) {
        routes.page("/content", .roles([.author]), content)
    }

    @Sendable private func content(request: Request, context: ViewerContext) async throws -> Response {
        site.page(
            ContentPage(
                site.bilik.contents.state, language: context.visit.language, text: context.visit.text,
                zone: site.bilik.database.zone, words: site.words(for: context.visit)), for: context.visit)
    }
}
