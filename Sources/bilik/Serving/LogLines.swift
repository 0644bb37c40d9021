import Foundation
import Logging
import Synchronization

/// Writes each message of the log as one line of `key=value` words (logfmt) to standard error.
struct LogLines: LogHandler {
    var logLevel: Logger.Level
    var metadata: Logger.Metadata = [:]

    /// From now on everything that is logged takes this form.
    ///
    /// Called once, at the start of a server.
    static func begin(at level: Logger.Level) {
        LoggingSystem.bootstrap { _ in LogLines(logLevel: level) }
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var line = "time=\(Self.timestamp()) level=\(event.level.rawValue) msg=\(Self.quoted("\(event.message)"))"
        let all = event.metadata.map { metadata.merging($0) { _, own in own } } ?? metadata
        for (key, value) in all.sorted(by: { $0.key < $1.key }) {
            line += " \(Self.short[key] ?? key)=\(Self.quoted("\(value)"))"
        }
        line += "\n"
        Self.write(line)
    }

    /// The server's own names of things are longer than a line wants.
    private static let short = ["hb.request.id": "request"]

    /// As it stands where it is one word; otherwise in quotes and on one line whatever is in it.
    private static func quoted(_ text: String) -> String {
        let isWord =
            !text.isEmpty
            && text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "=") }
        guard !isWord else { return text }
        var safe = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": safe += "\\\""
            case "\\": safe += "\\\\"
            case "\n": safe += "\\n"
            case "\r": safe += "\\r"
            case "\t": safe += "\\t"
            case "\u{0}"..<"\u{20}", "\u{7F}"..<"\u{A0}", "\u{2028}", "\u{2029}": safe += "\u{FFFD}"
            default: safe.unicodeScalars.append(scalar)
            }
        }
        return safe + "\""
    }

    /// `2026-03-02T06:00:00.123Z`.
    private static func timestamp() -> String {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        var parts = tm()
        gmtime_r(&now.tv_sec, &parts)
        func padded(_ number: some BinaryInteger, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return "\(parts.tm_year + 1900)-\(padded(parts.tm_mon + 1, 2))-\(padded(parts.tm_mday, 2))"
            + "T\(padded(parts.tm_hour, 2)):\(padded(parts.tm_min, 2)):\(padded(parts.tm_sec, 2))"
            + ".\(padded(now.tv_nsec / 1_000_000, 3))Z"
    }

    private static let lock = Mutex(())

    /// One line at a time, whole: two threads' lines never mix.
    private static func write(_ line: String) {
        lock.withLock { _ in
            var bytes = Array(line.utf8)[...]
            while !bytes.isEmpty {
                let written = bytes.withUnsafeBytes { Foundation.write(STDERR_FILENO, $0.baseAddress, $0.count) }
                // Nobody is told where the log itself cannot be written.
                guard written > 0 else { return }
                bytes = bytes.dropFirst(written)
            }
        }
    }
}
