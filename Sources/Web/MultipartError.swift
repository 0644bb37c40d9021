/// Why the body of a form with files could not be read.
package enum MultipartError: Error, Hashable, Sendable {
    case noBoundary
    /// The end is missing: the connection broke, or the file was longer than allowed.
    case cutOff
    case tooManyParts(maximum: Int)
    case headerTooLong(part: Int)
    case malformedHeader(part: Int)
    case noName(part: Int)
    /// A transfer encoding that RFC 7578 forbids and no browser uses.
    case encoded(part: Int)
}
