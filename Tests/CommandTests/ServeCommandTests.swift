import Foundation
import Testing

@Suite struct ServeCommandTests {
    @Test func `what runs is finished when the server is asked to stop`() async throws {
        let program = try Program()
        defer { program.remove() }
        _ = try await WorldOnDisk(in: program)
        let server = try await program.serve("data")
        let page = try await server.get("/sign-in").text
        let token = try #require(page.firstMatch(of: #/name="form_token" value="([0-9a-f]+)"/#)?.1)

        let before = server.program.busy
        // A wrong password takes its time, whatever the machine: it is hashed before the answer.
        async let answer = server.post(
            "/sign-in", ["form_token": String(token), "user_name": "nobody", "password": "wrong"])
        try await server.program.becomesBusy(since: before)
        let stopped = try await server.stop()

        #expect(try await answer.status == 422)
        #expect(stopped.status == 0)
    }

    @Test func `the log says what happened and nothing about anybody`() async throws {
        let program = try Program()
        defer { program.remove() }
        _ = try await WorldOnDisk(in: program)
        let server = try await program.serve("data")

        _ = try await server.get("/verify/ABCD-EFGH-JKMN?from=Aysel")
        let missing = try await server.get("/no-such-page?name=Aysel")
        let log = try await server.stop().errors

        let lines = log.split(separator: "\n").filter { $0.contains("msg=request") }
        #expect(lines.contains { $0.contains("method=GET") && $0.contains("path=/verify/{code}") })
        #expect(lines.contains { $0.contains("path=/no-such-page status=404") })
        #expect(!log.contains("Aysel") && !log.contains("ABCD") && !log.contains("127.0.0.1 "))
        #expect(log.contains("msg=\"audit head\" number=5 sha256="))
        // The page carries the id by which its line is found.
        let id = try #require(missing.text.firstMatch(of: #/<code>([0-9a-f]{20,})<\/code>/#)?.1)
        #expect(lines.contains { $0.contains("request=\(id)") })
    }

    @Test func `broken content starts from the last good version, and only where there is one`() async throws {
        let program = try Program()
        defer { program.remove() }
        _ = try await WorldOnDisk(in: program)
        for name in ["courses", "question-banks"] {
            try FileManager.default.copyItem(atPath: "\(Program.repository)/\(name)", toPath: program.path(name))
        }
        let own = ["--courses", "courses", "--question-banks", "question-banks"]
        let job = program.path("courses/job-roles.yml")
        let good = try String(contentsOfFile: job, encoding: .utf8)

        try "jobRoles: [\n".write(toFile: job, atomically: true, encoding: .utf8)
        let none = try await program.start(["serve", "--data", "data"] + own).ended()
        try good.write(toFile: job, atomically: true, encoding: .utf8)
        let first = try await program.serve("data", "--courses", own[1], "--question-banks", own[3])
        _ = try await first.stop()
        try "jobRoles: [\n".write(toFile: job, atomically: true, encoding: .utf8)
        let second = try await program.serve("data", "--courses", own[1], "--question-banks", own[3])
        let page = try await second.get("/courses/personal-data-security")
        let log = try await second.stop().errors

        #expect(none.status == 1)
        #expect(none.errors.contains("courses/job-roles.yml") && none.errors.contains("bilik check"))
        #expect(page.status == 200)
        #expect(log.contains("courses/job-roles.yml") && log.contains("the last good version is served"))
    }
}

extension String {
    fileprivate func write(toFile path: String, atomically: Bool, encoding: Encoding) throws {
        try Data(utf8).write(to: URL(fileURLWithPath: path), options: atomically ? .atomic : [])
    }
}
