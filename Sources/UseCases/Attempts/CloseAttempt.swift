import AdaptiveTesting
package import Assessment
import Competencies
package import Courseware
import FoundationEssentials
package import Organization
package import Storage

extension Transaction {
    /// Closes an attempt: judges it, moves the person's states and issues the certificate that it earned.
    package func close(_ attempt: Attempt, reason: ClosingReason, content: Content) throws {
        let (result, outcome) = attempt.plan.judge(try responses(of: attempt.id), purpose: attempt.purpose)
        // Closed late, an attempt still ended when its time was up.
        let end = reason == .timeUp ? min(now, attempt.closesAt ?? now) : now
        try close(attempt.id, at: end, reason: reason, outcome: outcome, result: result)
        switch attempt.purpose {
        case .practice, .placement:
            for state in states(from: result) { try setPrivateState(state, of: attempt.person) }
        case .exam where outcome == .unfinished:
            // Too little was answered to say anything.
            break
        case .exam:
            for state in states(from: result) {
                try addCertifiedState(state, of: attempt.person, from: attempt.id)
            }
            if outcome == .passed { try issueCertificate(for: attempt, content: content) }
        }
    }

    private func states(from result: AttemptResult) -> [CompetencyState] {
        result.competencies.filter { $0.answered > 0 }.map {
            CompetencyState(competency: $0.competency, estimate: $0.estimate, day: today)
        }
    }

    /// Issues the one certificate of a passed exam; none while one of the kind is still valid.
    private func issueCertificate(for attempt: Attempt, content: Content) throws {
        guard let id = attempt.certification, let certification = content.certification(id),
            let person = try person(attempt.person),
            try validCertificate(of: person.id, for: id) == nil,
            let agency = try agency(person.posting.agency)
        else { return }
        try issueCertificate(
            code: VerificationCode().text, to: person, agencyName: agency.name, for: certification,
            attempt: attempt.id)
    }
}

extension Bilik {
    /// The learner ends the attempt before its end.
    package func handIn(_ id: AttemptID, by owner: OwnRecord) async throws {
        let content = contents.current
        try await database.write { transaction in
            guard let attempt = try transaction.attempt(id, of: owner) else { throw AssessmentError.notFound }
            guard attempt.isOpen else { return }
            try transaction.close(
                attempt, reason: attempt.isTimeUp(at: transaction.now) ? .timeUp : .handedIn, content: content)
        }
    }

    /// Closes every attempt whose time is up, whether or not anybody asks for it again; answers how many.
    @discardableResult
    package func closeOverdueAttempts() async throws -> Int {
        let content = contents.current
        guard try await !database.read({ try $0.overdueAttempts() }).isEmpty else { return 0 }
        return try await database.write { transaction in
            let overdue = try transaction.overdueAttempts()
            for attempt in overdue { try transaction.close(attempt, reason: .timeUp, content: content) }
            return overdue.count
        }
    }
}
