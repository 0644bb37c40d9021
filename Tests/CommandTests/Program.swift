import Foundation
import Testing

/// The built program, run as its users run it.
struct Program {
    struct Run {
        let status: Int32
        let output: String
        let errors: String
    }

    /// A folder of this test's own, in which the program runs.
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("bilik-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }

    /// Runs a command to its end.
    func run(_ arguments: String..., input: String = "", environment: [String: String] = [:]) async throws -> Run {
        let started = try start(arguments, input: input, environment: environment)
        return try await started.ended()
    }

    func start(
        _ arguments: [String], input: String = "", environment: [String: String] = [:]
    ) throws -> RunningProgram {
        try RunningProgram(
            executable: Self.executable, arguments: arguments, folder: folder, input: input,
            environment: environment.merging(["PATH": "/usr/bin:/bin"]) { own, _ in own })
    }

    /// Serves the data folder, and answers once the site does.
    func serve(_ data: String, _ more: String...) async throws -> RunningServer {
        let port = try FreePort.find()
        let program = try start(
            ["serve", "--data", data, "--port", String(port)]
                + (more.contains("--courses") ? more : more + Self.content))
        let server = RunningServer(program: program, port: port)
        try await server.waitUntilReady()
        return server
    }

    /// The flags that name the content of this repository.
    static let content = ["--courses", "\(repository)/courses", "--question-banks", "\(repository)/question-banks"]

    static let repository = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

    /// It stands beside the tests' own program.
    private static var executable: URL {
        URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
            .appendingPathComponent("bilik")
    }
}
