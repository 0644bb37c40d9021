import Courseware
import Hummingbird
import Organization
import Oversight
import Storage
import UseCases

/// The Electronic Controller's overview of the state.
struct OverviewRoutes {
    let site: Site
    private let kept = KeptFigures()

    init(site: Site) {
        self.site = site
    }

    func add(to routes: inout Routes) {
        routes.page("/overview", .roles([.electronicController]), overview)
    }

    @Sendable private func overview(request: Request, context: ViewerContext) async throws -> Response {
        let query = request.uri.queryParameters
        let today = site.bilik.database.today
        let period: Period
        do {
            period = try PeriodChoice(today: today).period(named: query["period"].map(String.init))
        } catch {
            return site.noReport(error, today: today, from: "/overview", for: context.visit)
        }
        let (content, kept) = (site.bilik.contents.current, kept)
        let trail = try await site.bilik.database.readApart {
            try $0.overviews(through: period, count: PeriodChoice.count, content: content, kept: kept)
        }
        guard let overview = trail.last else { throw Refusal.notFound }
        let choice = OverviewChoice(
            period: period, kind: query["kind"].map(String.init), agency: query["agency"].map(String.init),
            eGovernmentOnly: query["e-government"].map(String.init), order: query["sort"].map(String.init))
        return site.page(
            OverviewPage(
                overview, trail: trail, choice: choice, today: today, words: site.words(for: context.visit)),
            for: context.visit)
    }
}
