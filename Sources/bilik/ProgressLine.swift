import Foundation

/// Tells whoever waits at a terminal that something is still going on.
enum ProgressLine {
    /// Runs `work`; after two seconds a line on the terminal counts, and goes away at the end.
    static func whileRunning<Value>(_ what: String, _ work: () async throws -> Value) async throws -> Value {
        guard isatty(STDERR_FILENO) == 1 else { return try await work() }
        let ticking = Task {
            var seconds = 2
            try await Task.sleep(for: .seconds(2))
            while true {
                show("\r\(what) … \(seconds) s ")
                try await Task.sleep(for: .seconds(1))
                seconds += 1
            }
        }
        defer {
            ticking.cancel()
            // Back to the line's begin, and nothing left of it.
            show("\r\u{1B}[K")
        }
        return try await work()
    }

    private static func show(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
