import Assessment
import Organization
import Training
import UseCases

extension Question {
    /// The answer that counts.
    func rightAnswer(in language: ContentLanguage) -> Answer {
        switch kind {
        case .single(let choices), .multiple(let choices):
            .choices(Set(choices.indices.filter { choices[$0].isKey }))
        case .trueFalse(let answer, _): .truth(answer)
        case .text(let accept): .text(accept[language]?.first ?? "")
        case .numeric(let value, _, _): .number(value)
        case .ordering(let things): .order(Array(things.indices))
        case .matching(let pairs): .matches(Array(pairs.indices))
        case .fillIn(let blanks): .blanks(blanks.map { $0.accept[language]?.first ?? "" })
        }
    }

    /// An answer of the right kind that does not count.
    func wrongAnswer() -> Answer {
        switch kind {
        case .single(let choices): .choices(Set(choices.indices.filter { !choices[$0].isKey }.prefix(1)))
        case .multiple(let choices):
            .choices(Set(choices.indices.filter { !choices[$0].isKey }.prefix(1)))
        case .trueFalse(let answer, _): .truth(!answer)
        case .text: .text("heç biri")
        case .numeric(let value, let tolerance, _): .number(value + 10 * tolerance + 1000)
        case .ordering(let things): .order(Array(things.indices.reversed()))
        case .matching(let pairs): .matches(Array(pairs.indices.reversed()))
        case .fillIn(let blanks): .blanks(blanks.map { _ in "heç biri" })
        }
    }
}

extension Answer {
    /// The fields by which a form sends this answer to a question shown in this order.
    func fields(shuffle: [Int]) -> [(String, String)] {
        func shown(_ author: Int) -> String { String(shuffle.firstIndex(of: author) ?? 0) }
        return switch self {
        case .choices(let chosen): chosen.sorted().map { ("choice", shown($0)) }
        case .truth(let said): [("choice", said ? "1" : "0")]
        case .text(let typed): [("text", typed)]
        case .number(let number): [("number", String(number))]
        case .order(let order):
            shuffle.enumerated().map { position, author in
                ("place-\(position)", String((order.firstIndex(of: author) ?? 0) + 1))
            }
        case .matches(let matches): matches.enumerated().map { ("match-\($0.offset)", shown($0.element)) }
        case .blanks(let typed): typed.enumerated().map { ("blank-\($0.offset + 1)", $0.element) }
        }
    }
}

extension ShownQuestion {
    var rightFields: [(String, String)] {
        question.rightAnswer(in: attempt.language).fields(shuffle: response.shuffle)
    }

    var wrongFields: [(String, String)] { question.wrongAnswer().fields(shuffle: response.shuffle) }
}
