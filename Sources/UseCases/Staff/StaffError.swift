/// Why something that an HR officer wants to do for somebody is refused.
package enum StaffError: Error, Hashable, Sendable {
    /// There is no such person, or the officer does not reach them: the two look the same.
    case notFound
    case unknownCourse
    case noDueDay
    case dueDayPassed
    case noPercent
    case noNote
    case noteTooLong(maximum: Int)
}
