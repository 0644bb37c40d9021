package import Organization
package import Oversight
import Storage

extension Bilik {
    /// A unit's activity report for whoever reads it, with an entry in the audit log; nothing where the scope does not
    /// reach the unit.
    ///
    /// It is counted before the entry is written and not in the same transaction: counting would hold up all writers,
    /// and nobody gets to see what could not be logged.
    package func readReport(
        of unit: UnitID, in scope: Scope, period: Period, by reader: PersonID
    ) async throws -> ActivityReport? {
        let content = contents.current
        let found = try await database.read {
            try $0.activityReport(of: unit, in: scope, period: period, content: content)
        }
        guard let found else { return nil }
        try await database.write {
            try $0.audit(.reportViewed, by: reader, about: [], detail: "unit=\(unit) period=\(period)")
        }
        return found
    }
}
