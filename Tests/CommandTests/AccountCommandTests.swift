import Foundation
import Organization
import Storage
import TestSupport
import Testing

@Suite struct AccountCommandTests {
    private static let newcomer = [
        "account", "create", "--staff-number", "RIK-0001", "--family-name", "Bağırov", "--given-name", "Orxan",
        "--unit", "RIK-01", "--job-role", "it-administrator", "--role", "admin", "--user-name", "orxan",
    ]
    private static let place = ["--agency-code", "RIK", "--agency-name", "Rəqəmsal Komitə", "--unit-name", "İT şöbəsi"]

    @Test func `a first administrator comes into an empty database`() async throws {
        let program = try Program()
        defer { program.remove() }

        let migrated = try await program.run("migrate")
        let created = try await program.start(
            Self.newcomer + Self.place + Program.content, input: "çay süfrəsi və pəncərə\n"
        ).ended()
        let roles = try await program.run("account", "roles", "RIK-0001")

        #expect(migrated.status == 0)
        #expect(created.errors.isEmpty)
        #expect(created.status == 0)
        #expect(created.output == "RIK-0001 can sign in as orxan.\n")
        #expect(roles.output == "RIK-0001: admin\n")
    }

    @Test(arguments: [
        ("short\n", "at least 12 characters"), ("password1234\n", "easily guessed"), ("", "standard input"),
    ])
    func `a poor password makes no account`(typed: String, words: String) async throws {
        let program = try Program()
        defer { program.remove() }
        _ = try await program.run("migrate")

        let created = try await program.start(Self.newcomer + Self.place + Program.content, input: typed).ended()
        let roles = try await program.run("account", "roles", "RIK-0001")

        #expect(created.status == 1)
        #expect(created.errors.contains(words))
        #expect(roles.errors.contains("Nobody has the staff number"))
    }

    @Test(arguments: [["--password", "çay süfrəsi və pəncərə"], ["çay süfrəsi və pəncərə"]])
    func `a password is never an argument`(extra: [String]) async throws {
        let program = try Program()
        defer { program.remove() }
        _ = try await program.run("migrate")

        let created = try await program.start(Self.newcomer + Self.place + Program.content + extra).ended()

        #expect(created.status == 64)
    }

    @Test func `the last administrator keeps the role`() async throws {
        let program = try Program()
        defer { program.remove() }
        _ = try await program.run("migrate")
        _ = try await program.start(
            Self.newcomer + Self.place + Program.content, input: "çay süfrəsi və pəncərə\n"
        ).ended()

        let taken = try await program.run("account", "roles", "RIK-0001", "--take", "admin", "--give", "hr:RIK+")
        let roles = try await program.run("account", "roles", "RIK-0001")

        #expect(taken.status == 1)
        #expect(taken.errors.contains("last administrator"))
        // What was given in the same breath is undone with it.
        #expect(roles.output == "RIK-0001: admin\n")
    }
}
