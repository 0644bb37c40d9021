package import Courseware
package import Organization
package import Storage

extension Connection {
    /// Compares a staff file with the people whom the scope reaches.
    package func planImport(of file: ImportFile, in scope: Scope, content: Content) throws -> ImportPlan {
        let staff = file.staff
        let holders = try holders(of: staff.records.map(\.staffNumber), in: scope)
        var judge = ImportJudge(units: try units(in: scope), jobRoles: content.jobRoles, columns: file.columns)
        let rows = staff.records.compactMap { record -> ImportRow? in
            let row = judge.row(for: record, before: holders.reached[record.staffNumber])
            guard holders.beyondScope.contains(record.staffNumber) else { return row }
            judge.refuse(record, .staffNumber, .staffNumberElsewhere, value: record.staffNumber)
            return nil
        }
        let faults = (staff.faults.map(ImportFault.init) + judge.faults).enumerated()
            .sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
            .map(\.element)
        let listed = Array(faults.prefix(StaffFile.mostFaults))
        return ImportPlan(
            rows: rows, faults: listed,
            unlistedFaults: staff.unlistedFaults + judge.unlistedFaults + faults.count - listed.count,
            ignoredColumns: staff.ignoredColumns)
    }

    /// Whose the staff numbers of a file are.
    ///
    /// `a-17` in the file is whoever has `A-17`; a number spelled exactly so comes first. Numbers that Swift takes for
    /// one although their bytes differ must not stop the program, so no key is trusted to be unique.
    private func holders(of numbers: [String], in scope: Scope) throws -> StaffNumberHolders {
        let taken = Set(try takenStaffNumbers(among: numbers))
        var stored = Dictionary(
            numbers.filter(taken.contains).map { ($0, $0) }, uniquingKeysWith: { first, _ in first })
        let others = numbers.filter { number in stored[number] == nil && number.contains(where: \.isLetter) }
        if !others.isEmpty {
            let bySpelling = Dictionary(
                try staffNumbers().map { ($0.uppercased(), $0) }, uniquingKeysWith: { first, _ in first })
            for number in others { stored[number] = bySpelling[number.uppercased()] }
        }
        let people = Dictionary(
            try people(numbered: Array(stored.values), in: scope).map { ($0.staffNumber, $0) },
            uniquingKeysWith: { first, _ in first })
        let reached = stored.compactMapValues { people[$0] }
        return StaffNumberHolders(reached: reached, beyondScope: Set(stored.keys).subtracting(reached.keys))
    }
}

/// By the staff numbers as the file spells them.
private struct StaffNumberHolders {
    let reached: [String: Person]
    let beyondScope: Set<String>
}
