import Assessment
import Courseware
import Hummingbird
import Organization
import Storage
import Training
import UseCases

/// The first page, which answers *what do I do now?* in its first card.
struct HomeRoutes {
    let site: Site

    func add(to routes: inout Routes) {
        routes.open("/", home)
    }

    @Sendable private func home(request: Request, context: VisitContext) async throws -> Response {
        guard let viewer = context.visit.viewer else {
            return site.page(
                WelcomePage(
                    courses: site.bilik.contents.current.courses.filter(\.isOpen), text: context.visit.text,
                    isDemo: site.settings.isDemo, words: site.words(for: context.visit)), for: context.visit)
        }
        try context.visit.requireNotice()
        let owner = viewer.own
        let facts = try await site.bilik.database.read { connection in
            HomePage.Facts(
                today: connection.today, unit: try connection.unit(viewer.posting.unit)?.name ?? "",
                agency: try connection.agency(viewer.posting.agency)?.name ?? "",
                open: try connection.openAttempts(of: owner), progress: try connection.progress(of: viewer.person),
                assignments: try connection.assignments(of: viewer.person),
                certificates: try connection.certificates(of: viewer.person),
                states: try connection.certifiedStates(of: viewer.person, on: connection.today))
        }
        return site.page(
            HomePage(
                viewer: viewer, facts: facts, content: site.bilik.contents.current, language: context.visit.language,
                text: context.visit.text, words: site.words(for: context.visit)), for: context.visit)
    }
}
