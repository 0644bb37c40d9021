import Hummingbird
import Organization
import Storage
import UseCases

/// The audit log, for administrators.
struct AuditLogRoutes {
    let site: Site

    func add(to routes: inout Routes) {
        routes.page("/audit", .roles([.administrator]), log)
    }

    /// Up to so many entries the whole chain is walked whenever the page opens; more take a moment and are asked for.
    private static let mostWalkedUnasked: Int64 = 20_000

    @Sendable private func log(request: Request, context: ViewerContext) async throws -> Response {
        let parameters = request.uri.queryParameters
        let before = parameters["before"].flatMap { Int64($0) }
        let action = parameters["action"].flatMap { AuditAction(rawValue: String($0)) }
        let isAsked = parameters["check"] != nil
        let facts = try await site.bilik.database.read { connection in
            try connection.auditLogFacts(
                before: before, action: action, mostWalked: isAsked ? .max : Self.mostWalkedUnasked)
        }
        let page = AuditLogPage(
            facts, before: before, action: action, zone: site.bilik.database.zone,
            words: site.words(for: context.visit))
        return site.page(page, for: context.visit)
    }
}

extension Connection {
    fileprivate func auditLogFacts(
        before: Int64?, action: AuditAction?, mostWalked: Int64
    ) throws -> AuditLogPage.Facts {
        // One more than is shown tells whether there are older ones.
        let found = try auditEntries(before: before, action: action?.rawValue, atMost: AuditLogPage.rowsAtOnce + 1)
        let shown = Array(found.prefix(AuditLogPage.rowsAtOnce))
        let head = try lastAuditEntry()
        return AuditLogPage.Facts(
            entries: shown, names: try names(of: AuditLogPage.Row.shownPeople(shown.map(\.entry))),
            hasOlder: found.count > shown.count, head: head,
            state: head?.number ?? 0 <= mostWalked ? try verifyAuditLog() : nil)
    }
}
