import Foundation
import Synchronization

/// A command that is under way; what it writes goes into files, so that no full pipe ever stops it.
final class RunningProgram: Sendable {
    private let process: Mutex<Process>
    private let output: URL
    private let errors: URL

    init(
        executable: URL, arguments: [String], folder: URL, input: String, environment: [String: String]
    ) throws {
        let process = Process()
        let name = UUID().uuidString
        output = folder.appendingPathComponent("\(name).out")
        errors = folder.appendingPathComponent("\(name).err")
        let typed = folder.appendingPathComponent("\(name).in")
        for (file, text) in [(output, ""), (errors, ""), (typed, input)] { try Data(text.utf8).write(to: file) }
        process.executableURL = executable
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = environment
        process.standardInput = try FileHandle(forReadingFrom: typed)
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        self.process = Mutex(process)
    }

    var errorText: String { (try? String(contentsOf: errors, encoding: .utf8)) ?? "" }

    var isRunning: Bool { process.withLock { $0.isRunning } }

    /// Asks it to stop, as a service manager does.
    func terminate() { process.withLock { $0.terminate() } }

    /// Waits for its end, a minute at most.
    func ended() async throws -> Program.Run {
        for _ in 0..<1200 where isRunning { try await Task.sleep(for: .milliseconds(50)) }
        if isRunning { terminate() }
        for _ in 0..<200 where isRunning { try await Task.sleep(for: .milliseconds(50)) }
        return Program.Run(
            status: process.withLock { $0.isRunning ? -1 : $0.terminationStatus },
            output: try String(contentsOf: output, encoding: .utf8), errors: errorText)
    }
}
