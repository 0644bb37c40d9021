import AdaptiveTesting
package import Assessment
package import Competencies
import FoundationEssentials
package import Organization
package import Storage
import UseCases

/// Builders of single facts, with defaults for what a test does not care about; each happens at the transaction's now.
extension Transaction {
    /// A person by name, with a staff number made from it.
    @discardableResult
    package func addPerson(
        _ family: String, _ given: String, patronymic: String? = nil, staffNumber: String? = nil, to posting: Posting,
        language: Language = .az
    ) throws -> PersonID {
        try addPerson(
            staffNumber: staffNumber ?? TextKeys.search("\(given).\(family)"),
            name: PersonName(family: family, given: given, patronymic: patronymic), email: nil, language: language,
            posting: posting)
    }

    /// An exam that is over, without its questions.
    @discardableResult
    package func addExam(
        for certification: Certification, by person: PersonID, outcome: Outcome = .failed
    ) throws -> AttemptID {
        let plan = AttemptPlan(seed: 1, form: .fixed([]), prior: .standard, cuts: [:], passing: [:], minimumLength: 1)
        return try addClosedAttempt(
            of: person, purpose: .exam, certification: certification.id, competency: nil, plan: plan, outcome: outcome)
    }

    /// Practice that is over, with the private state that it leaves.
    @discardableResult
    package func practise(
        _ competency: CompetencyID, by person: PersonID, ability: Double = 0.5, standardError: Double = 0.5
    ) throws -> AttemptID {
        let plan = AttemptPlan.practice(of: competency, prior: .standard, cuts: [], seed: 1)
        let state = CompetencyState(
            competency: competency, estimate: AbilityEstimate(ability: ability, standardError: standardError),
            day: today)
        try setPrivateState(state, of: person)
        return try addClosedAttempt(
            of: person, purpose: .practice, certification: nil, competency: competency, plan: plan, outcome: .finished)
    }

    /// A certificate from a passed exam.
    ///
    /// - Parameter validMonths: in place of the certification's own.
    @discardableResult
    package func issueCertificate(
        for certification: Certification, to person: PersonID, validMonths: Int? = nil
    ) throws -> Certificate {
        let attempt = try addExam(for: certification, by: person, outcome: .passed)
        let holder = try found(try self.person(person))
        try issueCertificate(
            code: VerificationCode().text, to: holder, agencyName: try found(try agency(holder.posting.agency)).name,
            for: certification.lasting(months: validMonths ?? certification.validMonths), attempt: attempt)
        return try found(try certificate(of: attempt))
    }

    /// A certified state, from an exam that was failed or passed is all the same.
    package func certify(
        _ person: PersonID, in competency: CompetencyID, by certification: Certification, ability: Double,
        standardError: Double = 0.3
    ) throws {
        let estimate = AbilityEstimate(ability: ability, standardError: standardError)
        try addCertifiedState(
            CompetencyState(competency: competency, estimate: estimate, day: today), of: person,
            from: try addExam(for: certification, by: person))
    }

    package func finishCourse(_ course: String, by person: PersonID) throws {
        try open(lesson: "01", of: course, for: person)
        try finish(course: course, for: person)
    }

    private func addClosedAttempt(
        of person: PersonID, purpose: Purpose, certification: String?, competency: CompetencyID?, plan: AttemptPlan,
        outcome: Outcome
    ) throws -> AttemptID {
        let attempt = try found(
            try addAttempt(
                of: try found(try self.person(person)), purpose: purpose, certification: certification,
                competency: competency, language: .az, plan: plan,
                closesAt: purpose == .exam ? now.addingTimeInterval(3600) : nil))
        let (result, _) = plan.judge([], purpose: purpose)
        try close(attempt, at: now, reason: .length, outcome: outcome, result: result)
        return attempt
    }
}

/// What a test takes for granted is not there.
package struct NotFound: Error {
    package init() {}
}

package func found<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw NotFound() }
    return value
}

extension Certification {
    fileprivate func lasting(months: Int) -> Certification {
        Certification(
            id: id, name: name, summary: summary, requires: requires, exam: exam, validMonths: months, retake: retake,
            courses: courses)
    }
}
