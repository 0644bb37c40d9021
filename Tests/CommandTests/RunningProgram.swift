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

    /// Hundredths of a second for which it has kept a processor busy.
    var busy: Int {
        let pid = process.withLock { $0.processIdentifier }
        let text = (try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8)) ?? ""
        // After the name, which may hold blanks: the 12th and 13th are the times in the program and in the kernel.
        let fields = text.split(separator: ")").last?.split(separator: " ") ?? []
        return fields.count > 12 ? (Int(fields[11]) ?? 0) + (Int(fields[12]) ?? 0) : 0
    }

    /// Waits until it works on something: what is asked of it has arrived.
    func becomesBusy(since before: Int) async throws {
        for _ in 0..<1000 where isRunning && busy < before + 4 { try await Task.sleep(for: .milliseconds(10)) }
    }

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
