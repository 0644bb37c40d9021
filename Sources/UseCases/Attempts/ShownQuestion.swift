package import Assessment
package import FoundationEssentials
package import Organization
package import Storage
package import Training

/// A question of an attempt as it stands on the learner's table.
package struct ShownQuestion: Sendable {
    package let attempt: Attempt
    package let response: Response
    package let question: Question
    package let now: Date
}

extension Connection {
    /// The question that the attempt is asking now.
    package func current(of attempt: Attempt) throws -> ShownQuestion? {
        guard let response = try lastResponse(of: attempt.id), response.answer == nil,
            let question = try question(response.question, version: response.version)
        else { return nil }
        return ShownQuestion(attempt: attempt, response: response, question: question, now: now)
    }

    /// The question at a position of the owner's attempt, answered or not.
    package func shown(position: Int, of id: AttemptID, by owner: OwnRecord) throws -> ShownQuestion? {
        guard let attempt = try attempt(id, of: owner),
            let response = try response(at: position, of: id),
            let question = try question(response.question, version: response.version)
        else { return nil }
        return ShownQuestion(attempt: attempt, response: response, question: question, now: now)
    }
}
