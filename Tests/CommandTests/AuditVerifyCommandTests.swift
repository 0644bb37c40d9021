import Foundation
import Testing

@Suite struct AuditVerifyCommandTests {
    @Test func `an untouched log is intact`() async throws {
        let program = try Program()
        defer { program.remove() }
        _ = try await WorldOnDisk(in: program)

        let run = try await program.run("audit", "verify")

        #expect(run.status == 0)
        #expect(run.output.hasPrefix("intact: 5 entries, head "))
    }

    @Test func `a changed entry is named`() async throws {
        let program = try Program()
        defer { program.remove() }
        let data = try await WorldOnDisk(in: program)
        try await data.change(
            "DROP TRIGGER audit_entry_is_final; UPDATE audit_entry SET purpose = 'other' WHERE number = 3")

        let run = try await program.run("audit", "verify", "--json")

        #expect(run.status == 1)
        #expect(run.errors.contains("broken at entry 3"))
        #expect(run.output.contains("\"broken\" : 3"))
    }
}
