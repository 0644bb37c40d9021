package import AdaptiveTesting
package import Competencies
package import FoundationEssentials
package import Organization

package typealias AttemptID = ID<Attempt>

/// One sitting: practice, placement or an exam.
package struct Attempt: Hashable, Sendable {
    package let id: AttemptID
    package let person: PersonID
    package let purpose: Purpose
    /// Of an exam, the certification's id.
    package let certification: String?
    /// Of practice and placement.
    package let competency: CompetencyID?
    package let language: ContentLanguage
    package let plan: AttemptPlan
    package let startedAt: Date
    package let day: Day
    /// When the time is up; nothing where there is no limit.
    package let closesAt: Date?
    package let closing: Closing?

    package struct Closing: Hashable, Sendable {
        package let at: Date
        package let reason: ClosingReason
        package let outcome: Outcome
        package let result: AttemptResult

        package init(at: Date, reason: ClosingReason, outcome: Outcome, result: AttemptResult) {
            self.at = at
            self.reason = reason
            self.outcome = outcome
            self.result = result
        }
    }

    package init(
        id: AttemptID, person: PersonID, purpose: Purpose, certification: String?, competency: CompetencyID?,
        language: ContentLanguage, plan: AttemptPlan, startedAt: Date, day: Day, closesAt: Date?, closing: Closing?
    ) {
        self.id = id
        self.person = person
        self.purpose = purpose
        self.certification = certification
        self.competency = competency
        self.language = language
        self.plan = plan
        self.startedAt = startedAt
        self.day = day
        self.closesAt = closesAt
        self.closing = closing
    }

    package var isOpen: Bool { closing == nil }

    package func isTimeUp(at now: Date) -> Bool { closesAt.map { $0 <= now } ?? false }
}

/// Why an attempt ended: by its stopping rule, by the clock, or by the learner.
package enum ClosingReason: String, Hashable, Sendable, Codable {
    case length, precision, decided, nothingInformative, bankExhausted, timeUp, handedIn

    package init(_ reason: StopReason) {
        self =
            switch reason {
            case .length: .length
            case .precision: .precision
            case .decided: .decided
            case .nothingInformative: .nothingInformative
            case .bankExhausted: .bankExhausted
            }
    }
}
