import Foundation

/// Asks for a new password: on the terminal without showing it, otherwise as the first line of standard input.
///
/// It is never an argument, which every user of the machine could read in the list of processes.
enum PasswordPrompt {
    static func newPassword(for name: String) throws -> String {
        guard isatty(STDIN_FILENO) == 1 else {
            guard let line = readLine() else {
                throw CommandFailure("No password came on standard input: write it there on one line.")
            }
            return line
        }
        let first = try hiddenLine("New password for \(name), at least 12 characters: ")
        guard try hiddenLine("The same again: ") == first else {
            throw CommandFailure("The two passwords differ: run the command again.")
        }
        return first
    }

    private static func hiddenLine(_ question: String) throws -> String {
        FileHandle.standardError.write(Data(question.utf8))
        var shown = termios()
        guard tcgetattr(STDIN_FILENO, &shown) == 0 else {
            throw CommandFailure("The terminal cannot hide what is typed: write the password to standard input.")
        }
        var hidden = shown
        hidden.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden)
        defer {
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown)
            FileHandle.standardError.write(Data("\n".utf8))
        }
        guard let line = readLine() else { throw CommandFailure("No password was typed: run the command again.") }
        return line
    }
}
