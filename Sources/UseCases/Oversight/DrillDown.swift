package import Organization
package import Storage

/// A unit and who works there today.
package struct UnitPeople: Sendable {
    package let unit: AgencyUnit
    package let agency: Agency
    package let people: [StaffRow]
}

extension Bilik {
    /// The people of a unit by name, once the audit log holds what for; nothing where the scope does not reach it.
    package func openPeople(
        of unit: UnitID, in scope: Scope, for purpose: LookPurpose, by reader: PersonID
    ) async throws -> UnitPeople? {
        try await database.write { transaction in
            guard let unit = try transaction.unit(unit, in: scope), let agency = try transaction.agency(unit.agency)
            else { return nil }
            let people = try transaction.allStaffRows(in: scope, matching: StaffFilter(unit: unit.id))
            try transaction.audit(
                .listViewed, by: reader, about: people.map(\.person.id), purpose: purpose.text,
                detail: "unit=\(unit.id) count=\(people.count)")
            return UnitPeople(unit: unit, agency: agency, people: people)
        }
    }

    /// The certified side of one person, once the audit log holds what for; nothing where the scope does not reach
    /// them.
    package func openPerson(
        _ person: PersonID, in scope: Scope, for purpose: LookPurpose, by reader: PersonID
    ) async throws -> StaffMember? {
        try await database.write { transaction in
            guard let member = try transaction.staffMember(person, in: scope) else { return nil }
            try transaction.audit(.personViewed, by: reader, about: [person], purpose: purpose.text)
            return member
        }
    }
}
