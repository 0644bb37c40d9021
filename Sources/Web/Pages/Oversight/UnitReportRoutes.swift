import Courseware
import HTTPTypes
import Hummingbird
import NIOCore
import Organization
import Oversight
import Storage
import UseCases

/// Units and their activity reports: as a page, as JSON and as a table.
struct UnitReportRoutes {
    let site: Site

    private static let readers = Access.roles([.reportingOfficer, .electronicController])

    func add(to routes: inout Routes) {
        routes.page("/units", Self.readers, units)
        routes.page("/units/:unit", Self.readers, page)
        routes.page("/units/:unit/report.json", Self.readers) { try await file(.json, $0, $1) }
        routes.page("/units/:unit/report.csv", Self.readers) { try await file(.csv, $0, $1) }
    }

    /// A reporting officer's own units; who has one only is taken to its report.
    @Sendable private func units(request: Request, context: ViewerContext) async throws -> Response {
        guard !context.viewer.has(.electronicController) else { return .seeOther("/overview") }
        let scope = try Self.scope(context)
        let (units, agencies) = try await site.bilik.database.read { (try $0.units(in: scope), try $0.agencies()) }
        if let only = units.first, units.count == 1 { return .seeOther("/units/\(only.id)") }
        return site.page(
            UnitListPage(units, agencies: agencies, words: site.words(for: context.visit)), for: context.visit)
    }

    @Sendable private func page(request: Request, context: ViewerContext) async throws -> Response {
        let today = site.bilik.database.today
        let unit = try await unit(context)
        do {
            let report = try await report(of: unit, request, context, today: today)
            return site.page(
                UnitReportPage(
                    report, viewer: context.viewer, today: today, framework: site.bilik.contents.current.framework,
                    language: context.visit.language, words: site.words(for: context.visit)),
                for: context.visit)
        } catch let fault as PeriodFault {
            return site.noReport(fault, today: today, from: "/units/\(unit.id)", for: context.visit)
        }
    }

    @Sendable private func file(
        _ format: ReportFormat, _ request: Request, _ context: ViewerContext
    ) async throws -> Response {
        let words = site.words(for: context.visit)
        do {
            let unit = try await unit(context)
            let report = try await report(of: unit, request, context, today: site.bilik.database.today)
            return try format.response(report)
        } catch let fault as PeriodFault {
            return try ProblemDocument(
                fault.status, title: words["period-problem.title"],
                detail: PeriodFaultWords(words: words).advice(fault)
            ).response()
        } catch Refusal.notFound {
            return try ProblemDocument(
                .notFound, title: words["problem.not-found.title"], detail: words["problem.not-found.advice"]
            ).response()
        }
    }

    /// Units first: whoever may not see one learns nothing of it, not even by asking for an impossible period.
    private func unit(_ context: ViewerContext) async throws -> AgencyUnit {
        let scope = try Self.scope(context)
        guard let id = context.parameters.get("unit").flatMap({ UnitID($0) }),
            let unit = try await site.bilik.database.read({ try $0.unit(id, in: scope) })
        else { throw Refusal.notFound }
        return unit
    }

    private func report(
        of unit: AgencyUnit, _ request: Request, _ context: ViewerContext, today: Day
    ) async throws -> ActivityReport {
        let named = request.uri.queryParameters["period"].map(String.init)
        let period = try PeriodChoice(today: today).period(named: named)
        let scope = try Self.scope(context)
        let report = try await site.bilik.readReport(
            of: unit.id, in: scope, period: period, by: context.viewer.person)
        guard let report else { throw Refusal.notFound }
        return report
    }

    private static func scope(_ context: ViewerContext) throws -> Scope {
        guard let scope = context.viewer.reportScope else { throw Refusal.notFound }
        return scope
    }
}

extension ReportFormat {
    fileprivate func response(_ report: ActivityReport) throws -> Response {
        let text = try text(of: report)
        switch self {
        case .json: return .json(text)
        case .csv:
            // Excel reads ə ğ ş as such only behind a byte order mark.
            return .file(
                Array("\u{FEFF}\(text)".utf8), contentType: "text/csv; charset=utf-8",
                name: "\(report.unit.code)-\(report.period).csv")
        }
    }
}
