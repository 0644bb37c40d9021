import Foundation
import Organization
import Storage
import Testing
import UseCases

@Suite struct BackupCommandTests {
    @Test func `a backup made while serving and writing is restored to the last row`() async throws {
        let program = try Program()
        defer { program.remove() }
        let data = try await WorldOnDisk(in: program)
        let server = try await program.serve("data")

        // Somebody writes all the while.
        let writer = Task {
            for _ in 0..<40 { try await data.write { try $0.audit(.reportViewed, by: nil, about: []) } }
        }
        let backup = try await program.run("backup", "copy.sqlite")
        try await writer.value
        let refused = try await program.run("restore", "copy.sqlite")
        let stopped = try await server.stop()

        #expect(backup.status == 0)
        #expect(refused.status == 1)
        #expect(refused.errors.contains("Another `bilik` holds the data folder"))
        #expect(stopped.status == 0)
        let attributes = try FileManager.default.attributesOfItem(atPath: program.path("copy.sqlite"))
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
        let copied = try await WorldOnDisk.read(program.path("copy.sqlite")) { connection in
            (try connection.value("SELECT count(*) FROM audit_entry", as: Int.self), try connection.verifyAuditLog())
        }
        guard case .intact(let entries, _) = copied.1 else {
            Issue.record("the copy's audit log is broken")
            return
        }
        #expect(Int(entries) == copied.0)

        try await data.change("UPDATE person SET given_name = 'X'")
        let restored = try await program.run("restore", "copy.sqlite")

        #expect(restored.status == 0)
        #expect(try await data.people() == 6)
        #expect(try await data.read { try $0.value("SELECT count(*) FROM person WHERE given_name = 'X'") } == 0)
        // One more: the restoring itself is recorded.
        #expect(try await data.entries() == Int(entries) + 1)
        #expect(try await data.read { try $0.verifyAuditLog() } != .broken(number: entries + 1))
        let beside = try FileManager.default.contentsOfDirectory(atPath: program.path("data"))
        let aside = try #require(beside.first { $0.hasPrefix("bilik.sqlite.replaced-") })
        let kept = try await WorldOnDisk.read(program.path("data/\(aside)")) {
            try $0.value("SELECT count(*) FROM person WHERE given_name = 'X'", as: Int.self)
        }
        #expect(kept == 6)
    }

    @Test func `a backup never goes over a file`() async throws {
        let program = try Program()
        defer { program.remove() }
        _ = try await WorldOnDisk(in: program)
        try program.write("mine", to: "copy.sqlite")

        let run = try await program.run("backup", "copy.sqlite")

        #expect(run.status == 1)
        #expect(run.errors.contains("is there already and is not overwritten"))
        #expect(try String(contentsOfFile: program.path("copy.sqlite"), encoding: .utf8) == "mine")
    }

    @Test(arguments: ["no database at all", ""])
    func `what is no backup of ours replaces nothing`(text: String) async throws {
        let program = try Program()
        defer { program.remove() }
        let data = try await WorldOnDisk(in: program)
        try program.write(text, to: "copy.sqlite")

        let run = try await program.run("restore", "copy.sqlite")

        #expect(run.status == 1)
        #expect(run.errors.contains("is no database"))
        #expect(try await data.people() == 6)
    }

    @Test func `a damaged backup is refused`() async throws {
        let program = try Program()
        defer { program.remove() }
        let data = try await WorldOnDisk(in: program)
        _ = try await program.run("backup", "copy.sqlite")
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: program.path("copy.sqlite")))
        try file.seek(toOffset: 4096 * 3)
        try file.write(contentsOf: Data(repeating: 0xA5, count: 4096 * 6))
        try file.close()

        let run = try await program.run("restore", "copy.sqlite")

        #expect(run.status == 1)
        #expect(run.errors.contains("copy.sqlite"))
        #expect(try await data.people() == 6)
    }
}
