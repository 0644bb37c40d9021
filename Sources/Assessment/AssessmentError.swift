package import Organization

/// Why a step of an attempt is refused.
package enum AssessmentError: Error, Hashable, Sendable {
    /// No such attempt, or not this person's.
    case notFound
    /// The attempt is over.
    case closed(ID<Attempt>)
    /// The question answered is not the one being asked: a second tab, a back button.
    case notAsked(ID<Attempt>)
    /// The form held no answer, or one that the question does not take.
    case noAnswer(ID<Attempt>)
    /// The retake policy allows the next sitting from this day on.
    case tooEarly(Day)
    /// The bank cannot serve what was asked for.
    case bankTooSmall
}
