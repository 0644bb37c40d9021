import Organization
import TestSupport
import Testing
import UseCases

struct ImportFaultTests {
    @Test(arguments: [
        (
            "2001;Quliyev;Orxan;;;;head-of-department;VX-EXX;", StaffField.unit,
            ImportFault.Reason.unknownUnit(didYouMean: "VX-EX")
        ),
        ("2001;Quliyev;Orxan;;;;head-of-department;vx-kd;", .unit, .unknownUnit(didYouMean: "VX-KD")),
        ("2001;Quliyev;Orxan;;;;head-of-department;NOWHERE;", .unit, .unknownUnit(didYouMean: nil)),
        // A unit of another agency: not there for this officer, and never proposed.
        ("2001;Quliyev;Orxan;;;;head-of-department;SB-AP;", .unit, .unknownUnit(didYouMean: nil)),
        ("2001;Quliyev;Orxan;;;;head-of-department;SB-APP;", .unit, .unknownUnit(didYouMean: nil)),
        (
            "2001;Quliyev;Orxan;;;;head-of-departmnet;VX-EX;", .jobRole,
            .unknownJobRole(didYouMean: "head-of-department")
        ),
        ("2001;Quliyev;Orxan;;;;astronaut;VX-EX;", .jobRole, .unknownJobRole(didYouMean: nil)),
        ("SB-0001;Quliyev;Orxan;;;;head-of-department;VX-EX;", .staffNumber, .staffNumberElsewhere),
        ("SB-0001;Quliyev;Orxan;;;;head-of-department;VX-EX;left", .staffNumber, .staffNumberElsewhere),
        ("sb-0001;Quliyev;Orxan;;;;head-of-department;VX-EX;", .staffNumber, .staffNumberElsewhere),
        ("2001;Qul?yev;Orxan;;;;head-of-department;VX-EX;", .familyName, .lostLetters),
        ("2001;Quliyev;Orxan;;;klingon;head-of-department;VX-EX;", .language, .unknownValue),
    ])
    func `refuses the whole file for one wrong line`(
        line: String, field: StaffField, reason: ImportFault.Reason
    ) async throws {
        let desk = try await ImportDesk()

        let outcome = try await desk.take("2000;Əliyeva;Nigar;;;;head-of-department;VX-EX;", line)

        #expect(!outcome.isApplied)
        #expect(outcome.plan.faults.map(\.line) == [3])
        #expect(outcome.plan.faults.map(\.field) == [field])
        #expect(outcome.plan.faults.map(\.reason) == [reason])
        #expect(outcome.plan.count(of: .new) == 1)
        #expect(try await desk.person("2000") == nil)
        #expect(try await desk.entries().isEmpty)
    }

    @Test func `never names whom a staff number belongs to elsewhere`() async throws {
        let desk = try await ImportDesk()

        let outcome = try await desk.take("SB-0001;Quliyev;Orxan;;;;head-of-department;VX-EX;")

        #expect(outcome.plan.rows.isEmpty)
        let text = try #require(outcome.plan.faults.first).description
        #expect(!text.contains("Qurbanlı"))
        #expect(text.hasPrefix("Line 2, staff_number: “SB-0001” belongs to somebody of another agency."))
        #expect(try await desk.person("SB-0001")?.name.family == "Qurbanlı")
    }

    @Test func `lets an administrator move a person between agencies`() async throws {
        let desk = try await ImportDesk()

        let outcome = try await desk.take("SB-0001;Qurbanlı;Orxan;;;;head-of-department;VX-EX;", in: .state)

        #expect(outcome.isApplied)
        #expect(try await desk.person("SB-0001")?.posting.agency == desk.world.taxes.id)
        #expect(try await desk.postings(of: "SB-0001").count == 2)
    }

    @Test func `lists all faults of a file in the order of its lines`() async throws {
        let desk = try await ImportDesk()

        let outcome = try await desk.take(
            "2001;Quliyev;Orxan;;;;head-of-departmnet;VX-EXX;", "2002;Qul?yev;Orxan;;;;head-of-department;VX-EX;",
            "SB-0001;Quliyev;Orxan;;;;head-of-department;VX-EXX;", "2001;Quliyev;Orxan;;;;head-of-department;VX-EX;")

        #expect(outcome.plan.faults.map(\.line) == [2, 2, 3, 4, 4, 5])
        #expect(
            outcome.plan.faults.map(\.reason.code) == [
                "unknown-job-role", "unknown-unit", "lost-letters", "unknown-unit", "staff-number-elsewhere",
                "duplicate",
            ])
    }

    @Test func `counts the faults beyond those it lists`() async throws {
        let desk = try await ImportDesk()
        let lines = (0..<1200).map { index in
            index.isMultiple(of: 2)
                ? "\(9000 + index);A;B;;;;head-of-department;NOWHERE;"
                : "\(9000 + index);?;B;;;;head-of-department;VX-EX;"
        }

        let outcome = try await desk.take(lines: lines)

        #expect(outcome.plan.faults.count == StaffFile.mostFaults)
        #expect(outcome.plan.unlistedFaults == 700)
    }

    @Test(arguments: [
        (
            "2001;Quliyev;Orxan;;;;head-of-department;VX-EXX;",
            "Line 2, unit: no unit has the code “VX-EXX”. Did you mean “VX-EX”?"
        ),
        (
            "2001;Quliyev;Orxan;;;;pilot;VX-EX;",
            "Line 2, job_role: no job role has the id “pilot”. Write the id of one that exists."
        ),
        (
            "2001;Quliyev;Orxan;;nobody;;head-of-department;VX-EX;",
            "Line 2, email: “nobody” is not possible here. Write it like ad.soyad@qurum.gov.az, or leave it empty."
        ),
    ])
    func `says the mend in words`(line: String, words: String) async throws {
        let desk = try await ImportDesk()

        #expect(try await desk.take(line, apply: false).plan.faults.map(\.description) == [words])
    }

    @Test func `refuses a file without the columns it needs`() async throws {
        let desk = try await ImportDesk()

        let outcome = try await desk.take("2001;A;B;x", header: "staff_number;family_name;given_name;job_role")

        #expect(outcome.plan.faults.map(\.reason) == [.noColumn])
        #expect(!outcome.isApplied)
    }

    @Test func `throws where the bytes are no staff file`() async throws {
        let desk = try await ImportDesk()

        await #expect(throws: StaffFileError.workbook) {
            try await desk.bilik.importPeople(bytes: [0x50, 0x4B, 0x03, 0x04], in: .state, by: nil, apply: true)
        }
    }
}
