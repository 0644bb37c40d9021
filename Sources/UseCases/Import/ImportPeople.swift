package import Courseware
package import Organization
package import Storage

extension Transaction {
    /// Brings the people of a staff file in: all lines, or none where one is wrong.
    ///
    /// Running it again changes nothing. Somebody who leaves loses account, sessions and roles in this transaction;
    /// who comes back is posted anew, and signs in only after a new activation code.
    ///
    /// - Parameters:
    ///   - importer: nobody where the command line imports.
    ///   - apply: false for a dry run, which answers the same plan.
    package func importPeople(
        _ file: ImportFile, in scope: Scope, content: Content, by importer: PersonID?, apply: Bool
    ) throws -> ImportOutcome {
        let plan = try planImport(of: file, in: scope, content: content)
        guard apply, plan.isFaultless else { return ImportOutcome(plan: plan, isApplied: false) }
        let people = try plan.rows.compactMap(carryOut)
        if !people.isEmpty {
            let counts = ImportRow.Effect.allCases.map { "\($0.rawValue)=\(plan.count(of: $0))" }
            try audit(.peopleImported, by: importer, about: people, detail: counts.joined(separator: " "))
        }
        return ImportOutcome(plan: plan, isApplied: true)
    }

    /// Answers whom the row changed.
    private func carryOut(_ row: ImportRow) throws -> PersonID? {
        guard let before = row.before else {
            return try row.posting.map { posting in
                try addPerson(
                    staffNumber: row.staffNumber, name: row.name, email: row.email, language: row.language,
                    posting: posting)
            }
        }
        guard !row.changes.isEmpty else { return nil }
        if row.changes(.name) { try rename(before.id, to: row.name, staffNumber: before.staffNumber) }
        if row.changes(.email) || row.changes(.language) {
            try setContact(of: before.id, email: row.email, language: row.language)
        }
        if row.effect == .left {
            try markLeft(before.id)
        } else if let posting = row.posting, row.changes(.unit) || row.changes(.jobRole) || row.changes(.status) {
            try post(before.id, to: posting)
        }
        return before.id
    }
}

extension Bilik {
    /// Reads a staff file and brings its people in, or only shows what that would change.
    ///
    /// Throws `StaffFileError` where the bytes are no such file at all.
    package func importPeople(
        bytes: [UInt8], in scope: Scope, by importer: PersonID?, apply: Bool
    ) async throws -> ImportOutcome {
        let file = try ImportFile(bytes: bytes)
        let content = contents.current
        guard apply else {
            // A dry run writes nothing, so it holds up no writer either.
            let plan = try await database.read { try $0.planImport(of: file, in: scope, content: content) }
            return ImportOutcome(plan: plan, isApplied: false)
        }
        return try await database.write { transaction in
            try transaction.importPeople(file, in: scope, content: content, by: importer, apply: true)
        }
    }
}
