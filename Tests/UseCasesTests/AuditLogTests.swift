import Organization
import Storage
import TestSupport
import Testing
import UseCases

@Suite struct AuditLogTests {
    @Test func `an untouched log is intact up to its head`() async throws {
        let world = try await SmallWorld()
        #expect(try await world.verified() == .intact(entries: 0, head: []))
        try await world.look(times: 1203)

        let head = try #require(try await world.database.read { try $0.lastAuditEntry() })

        #expect(try await world.verified() == .intact(entries: 1203, head: head.hash))
    }

    @Test(
        arguments: [
            "UPDATE audit_entry SET purpose = 'other' WHERE number = 3",
            "DELETE FROM audit_entry WHERE number = 3",
            "UPDATE audit_entry SET subjects = '' WHERE number = 3",
            "DELETE FROM audit_subject WHERE number = 3",
            "UPDATE audit_subject SET person_id = 1 WHERE number = 3",
        ] as [SQL])
    func `entries can be neither changed nor deleted`(statement: SQL) async throws {
        let world = try await SmallWorld()
        try await world.look(times: 5)

        await #expect(throws: (any Error).self) { try await world.on { try $0.run(statement) } }

        #expect(try await world.verified() != .broken(number: 3))
    }

    @Test(
        arguments: [
            ("UPDATE audit_entry SET purpose = 'other' WHERE number = 3", 3),
            ("UPDATE audit_entry SET at = at + 1 WHERE number = 1", 1),
            ("UPDATE audit_entry SET actor_id = 1 WHERE number = 5", 5),
            ("UPDATE audit_entry SET subjects = '2,3' WHERE number = 2", 2),
            ("DELETE FROM audit_subject; DELETE FROM audit_entry WHERE number = 1", 1),
            ("DELETE FROM audit_subject; DELETE FROM audit_entry WHERE number = 4", 4),
            ("UPDATE audit_entry SET hash = x'00' WHERE number = 5", 5),
            ("UPDATE audit_entry SET previous_hash = x'' WHERE number = 4", 4),
        ] as [(String, Int64)])
    func `tampering past the triggers is found where it begins`(script: String, number: Int64) async throws {
        let world = try await SmallWorld()
        try await world.look(times: 5)
        try await world.on {
            try $0.runScript(
                "DROP TRIGGER audit_entry_is_final; DROP TRIGGER audit_entry_stays; DROP TRIGGER audit_subject_stays; "
                    + script)
        }

        #expect(try await world.verified() == .broken(number: number))
    }

    @Test func `each person sees who looked, and no one else's looks`() async throws {
        let world = try await SmallWorld()
        let (rashad, aysel, leyla) = (world.hr, world.learner, world.author)
        try await world.on {
            try $0.audit(.personViewed, by: rashad.person, about: [aysel.person], purpose: "certificates")
            try $0.audit(
                .listExported, by: rashad.person, about: [aysel.person, leyla.person], detail: "unit=1 count=2")
            try $0.audit(.extraTimeSet, by: rashad.person, about: [aysel.person], detail: "25")
        }
        let looks = AuditAction.allCases.filter(\.isLook).map(\.rawValue)

        let seen = try await world.database.read { try $0.entries(about: aysel.own, actions: looks, atMost: 10) }
        let other = try await world.database.read { try $0.entries(about: leyla.own, actions: looks, atMost: 10) }

        #expect(seen.map(\.entry.action) == ["list-exported", "person-viewed"])
        #expect(seen.last?.entry.purpose == "certificates")
        #expect(seen.first?.actor == rashad.name)
        #expect(other.map(\.entry.action) == ["list-exported"])
    }
}

extension SmallWorld {
    fileprivate func verified() async throws -> AuditLogState {
        try await database.read { try $0.verifyAuditLog() }
    }

    fileprivate func look(times: Int) async throws {
        let (actor, subject) = (hr.person, learner.person)
        try await on { transaction in
            for number in 1...times {
                try transaction.audit(
                    .personViewed, by: actor, about: [subject], purpose: "certificates", detail: "\(number)")
            }
        }
    }
}
