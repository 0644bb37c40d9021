import Foundation
import Testing

@Suite struct MigrateCommandTests {
    @Test func `makes a database for the service alone, once`() async throws {
        let program = try Program()
        defer { program.remove() }

        let first = try await program.run("migrate")
        let second = try await program.run("migrate")

        #expect(first.status == 0)
        #expect(second.output.contains("nothing to do"))
        #expect(try rights(program.path("data")) == 0o700)
        #expect(try rights(program.path("data/bilik.sqlite")) == 0o600)
    }

    @Test(arguments: [
        ["migrate"], ["serve"], ["demo"], ["backup", "copy.sqlite"], ["audit", "verify"],
        ["account", "roles", "VX-0001"],
    ])
    func `an older program refuses a newer database`(command: [String]) async throws {
        let program = try Program()
        defer { program.remove() }
        let data = try await WorldOnDisk(in: program)
        try await data.change("INSERT INTO schema_step (number, name, at) VALUES (99, 'future', 0)")

        let content = ["serve", "demo"].contains(command[0]) ? Program.content : []
        let run = try await program.start(command + content).ended()

        #expect(run.status == 1)
        #expect(run.errors.contains("written by a newer program (schema 99"))
        #expect(run.errors.contains("install that program"))
    }

    @Test func `a database of real people is none for the demo`() async throws {
        let program = try Program()
        defer { program.remove() }
        _ = try await WorldOnDisk(in: program)

        let run = try await program.start(["demo"] + Program.content).ended()

        #expect(run.status == 1)
        #expect(run.errors.contains("holds real people"))
    }

    private func rights(_ path: String) throws -> Int? {
        (try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber)?.intValue
    }
}
