package import Assessment
package import Competencies
package import Organization
package import Storage

/// What happens in the small world: one transaction an event, today unless a day is given.
extension SmallWorld {
    /// One unit of work at ten o'clock of a day.
    @discardableResult
    package func on<Value: Sendable>(
        _ day: Day? = nil, _ body: @escaping @Sendable (Transaction) throws -> Value
    ) async throws -> Value {
        let zone = zone
        return try await database.write { transaction in
            try body(day.map { transaction.at($0.morning(in: zone)) } ?? transaction)
        }
    }

    @discardableResult
    package func issueCertificate(
        _ certification: String = "personal-data", to person: PersonID, on day: Day? = nil, validMonths: Int? = nil
    ) async throws -> Certificate {
        let certification = try self.certification(certification)
        return try await on(day) {
            try $0.issueCertificate(for: certification, to: person, validMonths: validMonths)
        }
    }

    /// A certified state in one competency; ability 1.5 is level 3 on the default cuts.
    package func certify(
        _ person: PersonID, in competency: CompetencyID = CompetencyID("4.2"), ability: Double = 1.5,
        standardError: Double = 0.3, on day: Day? = nil
    ) async throws {
        let certification = try certification()
        try await on(day) {
            try $0.certify(
                person, in: competency, by: certification, ability: ability, standardError: standardError)
        }
    }

    package func finishCourse(
        _ course: String = "personal-data-security", by person: PersonID, on day: Day? = nil
    ) async throws {
        try await on(day) { try $0.finishCourse(course, by: person) }
    }

    /// Posts a person to another unit, in the same job role unless another is given.
    package func post(
        _ person: PersonID, to unit: AgencyUnit, as jobRole: String? = nil, on day: Day? = nil
    ) async throws {
        try await on(day) { transaction in
            let role = try jobRole ?? found(try transaction.person(person)).posting.jobRole
            try transaction.post(person, to: Posting(agency: unit.agency, unit: unit.id, jobRole: role))
        }
    }

    package func leave(_ person: PersonID, on day: Day? = nil) async throws {
        try await on(day) { try $0.markLeft(person) }
    }

    /// Adds people to a unit, by the names *İşçi 1*, *İşçi 2* and so on.
    @discardableResult
    package func addPeople(
        _ count: Int, to unit: AgencyUnit, as jobRole: String = "e-services-specialist",
        on day: Day = SmallWorld.founded
    ) async throws -> [PersonID] {
        try await on(day) { transaction in
            let posting = Posting(agency: unit.agency, unit: unit.id, jobRole: jobRole)
            return try (1...max(count, 1)).map { number in
                try transaction.addPerson(
                    "İşçi \(number)", "Test", staffNumber: "\(unit.code)-T\(number)-\(day)", to: posting)
            }
        }
    }
}
