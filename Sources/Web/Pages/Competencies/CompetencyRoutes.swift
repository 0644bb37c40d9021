import Competencies
import Hummingbird
import Organization
import Storage
import UseCases

/// A learner's own competencies: the certified side and the private one.
struct CompetencyRoutes {
    let site: Site

    func add(to routes: inout Routes) {
        routes.page("/me/competencies", .signedIn, competencies)
    }

    @Sendable private func competencies(request: Request, context: ViewerContext) async throws -> Response {
        let own = context.viewer.own
        let (certified, mine, closed, finished, today) = try await site.bilik.database.read { connection in
            (
                try connection.certifiedStates(of: own.person, on: connection.today),
                try connection.privateStates(of: own), try connection.closedAttempts(of: own, atMost: 10),
                Set(try connection.progress(of: own.person).filter { $0.finishedDay != nil }.map(\.course)),
                connection.today
            )
        }
        return site.page(
            CompetenciesPage(
                viewer: context.viewer, certified: certified, mine: mine, closed: closed, finished: finished,
                today: today, content: site.bilik.contents.current, visit: context.visit,
                words: site.words(for: context.visit)),
            for: context.visit)
    }
}
