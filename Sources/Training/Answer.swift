package import Organization

/// What a learner answered; indices count the question's things in the author's order.
package enum Answer: Hashable, Sendable, Codable {
    case choices(Set<Int>)
    case truth(Bool)
    case text(String)
    case number(Double)
    /// The things in the order that the learner gave them.
    case order([Int])
    /// For each left side, the pair whose right side was chosen.
    case matches([Int])
    case blanks([String])
}

extension Question {
    /// Whether the answer is right, all or nothing. An answer of another kind than the question's is wrong.
    ///
    /// - Parameter fold: makes two spellings of one word equal (case by the rules of the language); the pure targets
    ///   know no locales.
    package func isRight(_ answer: Answer, in language: ContentLanguage, fold: (String) -> String) -> Bool {
        func accepted(_ typed: String, _ accept: [ContentLanguage: [String]]) -> Bool {
            let typed = fold(typed)
            return accept[language, default: []].contains { fold($0) == typed }
        }
        switch (kind, answer) {
        case (.single(let choices), .choices(let chosen)), (.multiple(let choices), .choices(let chosen)):
            return chosen == Set(choices.indices.filter { choices[$0].isKey })
        case (.trueFalse(let truth, _), .truth(let said)):
            return truth == said
        case (.text(let accept), .text(let typed)):
            return accepted(typed, accept)
        case (.numeric(let value, let tolerance, _), .number(let number)):
            // A hair of slack: 0.1 + 0.2 is no wrong answer to 0.3.
            return abs(number - value) <= tolerance + 1e-9 * max(1, abs(value))
        case (.ordering(let things), .order(let order)):
            return order == Array(things.indices)
        case (.matching(let pairs), .matches(let matches)):
            return matches == Array(pairs.indices)
        case (.fillIn(let blanks), .blanks(let typed)):
            return blanks.count == typed.count && zip(blanks, typed).allSatisfy { accepted($1, $0.accept) }
        default:
            return false
        }
    }
}
