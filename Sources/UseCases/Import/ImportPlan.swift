import Organization

/// What a staff file would change, and what is wrong with it beside what is known already.
///
/// People who are missing in the file are not touched: an agency may hand in one unit, or only those who are new. A
/// person leaves by a line that says so, never by the lack of one.
package struct ImportPlan: Sendable {
    /// The lines without fault, in the order of the file.
    package let rows: [ImportRow]
    /// In the order of the lines, the first `StaffFile.mostFaults`.
    package let faults: [ImportFault]
    /// How many more there are.
    package let unlistedFaults: Int
    /// Columns that mean nothing here and are not kept.
    package let ignoredColumns: [String]
    private let counts: [ImportRow.Effect: Int]

    init(rows: [ImportRow], faults: [ImportFault], unlistedFaults: Int, ignoredColumns: [String]) {
        self.rows = rows
        self.faults = faults
        self.unlistedFaults = unlistedFaults
        self.ignoredColumns = ignoredColumns
        counts = rows.reduce(into: [:]) { $0[$1.effect, default: 0] += 1 }
    }

    package var isFaultless: Bool { faults.isEmpty }

    package func count(of effect: ImportRow.Effect) -> Int { counts[effect, default: 0] }

    package func rows(of effect: ImportRow.Effect) -> [ImportRow] { rows.filter { $0.effect == effect } }

    /// Whether an import would change anything.
    package var changesAnything: Bool { count(of: .new) + count(of: .changed) + count(of: .left) > 0 }
}

/// A plan, and whether it has been carried out.
package struct ImportOutcome: Sendable {
    package let plan: ImportPlan
    /// False after a dry run, and where a fault stopped the whole file.
    package let isApplied: Bool
}
