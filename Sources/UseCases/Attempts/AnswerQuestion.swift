import AdaptiveTesting
package import Assessment
package import Courseware
import FoundationEssentials
package import Organization
package import Storage
package import Training

/// Where an attempt stands after an answer.
package enum AnswerOutcome: Hashable, Sendable {
    /// The next question is on the table.
    case asked
    case finished
    /// What was sent is no answer to the question: it stays on the table, and nothing was stored.
    case incomplete
}

extension Transaction {
    /// Records the answer to the question on the table, and puts the next one there or closes the attempt.
    ///
    /// The same answer sent twice changes nothing and succeeds; another answer to an answered question is refused.
    ///
    /// - Parameter read: what was sent, as an answer to this question with its things in this order; nothing where it
    ///   is none.
    package func answer(
        position: Int, of id: AttemptID, by owner: OwnRecord, content: Content,
        _ read: (Question, _ shuffle: [Int]) -> Answer?
    ) throws -> (purpose: Purpose, outcome: AnswerOutcome) {
        guard let attempt = try attempt(id, of: owner) else { throw AssessmentError.notFound }
        let responses = try responses(of: id)
        guard let asked = responses.first(where: { $0.position == position }),
            let question = try question(asked.question, version: asked.version)
        else { throw AssessmentError.notFound }
        guard let answer = read(question, asked.shuffle) else { return (attempt.purpose, .incomplete) }
        if let earlier = asked.answer {
            // Sent twice, from a second tab or after a lost connection: it is stored already.
            guard earlier.answer == answer else { throw AssessmentError.notAsked(id) }
            return (attempt.purpose, attempt.isOpen ? .asked : .finished)
        }
        guard attempt.isOpen else { throw AssessmentError.closed(id) }
        guard !attempt.isTimeUp(at: now) else {
            // No error: that would undo the closing.
            try close(attempt, reason: .timeUp, content: content)
            return (attempt.purpose, .finished)
        }
        let isRight = question.isRight(answer, in: attempt.language, fold: TextKeys.folded)
        try record(answer, isRight: isRight, position: position, in: id)
        let answered = Response(
            position: position, question: asked.question, version: asked.version, item: asked.item,
            shuffle: asked.shuffle, shownAt: asked.shownAt,
            answer: Response.Answered(at: now, answer: answer, isRight: isRight))
        let outcome = try putNextQuestion(in: attempt, after: responses.dropLast() + [answered], content: content)
        return (attempt.purpose, outcome)
    }

    /// Puts the next question on the table, or closes the attempt where its plan says so.
    @discardableResult
    func putNextQuestion(in attempt: Attempt, after responses: [Response], content: Content) throws -> AnswerOutcome {
        switch attempt.plan.next(after: responses, from: try bank(for: attempt, after: responses, content: content)) {
        case .finish(let reason):
            try close(attempt, reason: ClosingReason(reason), content: content)
            return .finished
        case .ask(let item):
            let position = responses.count + 1
            guard let question = try question(for: item, in: attempt, content: content) else {
                try close(attempt, reason: .bankExhausted, content: content)
                return .finished
            }
            try keep(question)
            try ask(
                question, as: item, shuffle: attempt.plan.shuffle(of: question, atPosition: position),
                position: position, in: attempt.id)
            return .asked
        }
    }

    /// The items that an adaptive attempt may ask.
    private func bank(for attempt: Attempt, after responses: [Response], content: Content) throws -> [Item] {
        guard let competency = attempt.competency else { return [] }
        let all = try content.practiceQuestions(of: competency).map(content.item(for:))
        let fresh = all.filter { !attempt.plan.questionsMet.contains(QuestionID($0.id.value)) }
        let asked = Set(responses.map(\.question))
        return fresh.contains { !asked.contains(QuestionID($0.id.value)) } ? fresh : all
    }

    private func question(for item: Item, in attempt: Attempt, content: Content) throws -> Question? {
        let id = QuestionID(item.id.value)
        guard let frozen = attempt.plan.frozenQuestions.first(where: { $0.question == id }) else {
            return content.questions[id]
        }
        return try question(id, version: frozen.version)
    }
}

extension Bilik {
    package func answer(
        position: Int, of attempt: AttemptID, by owner: OwnRecord,
        _ read: @escaping @Sendable (Question, _ shuffle: [Int]) -> Answer?
    ) async throws -> (purpose: Purpose, outcome: AnswerOutcome) {
        let content = contents.current
        return try await database.write { transaction in
            try transaction.answer(position: position, of: attempt, by: owner, content: content, read)
        }
    }
}
