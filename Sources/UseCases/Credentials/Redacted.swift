/// A secret that never shows itself in a log line, an error text or a debugger's dump.
protocol Redacted: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {}

extension Redacted {
    package var description: String { "\(Self.self)(redacted)" }
    package var debugDescription: String { description }
    /// Without this, printing a value that holds the secret would show its stored properties.
    package var customMirror: Mirror { Mirror(self, children: []) }
}
