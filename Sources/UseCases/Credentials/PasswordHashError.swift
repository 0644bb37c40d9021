/// Why no password hash could be made or compared.
package enum PasswordHashError: Error, Hashable, Sendable {
    case emptyPassword
    /// The machine had no memory for the computation: nothing is known about the password.
    case outOfMemory
    /// More people are signing in than the machine can serve in reasonable time: try again in a moment.
    case tooManyWaiting
}
