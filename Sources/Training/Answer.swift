package import Organization

/// What a learner answered; indices count the question's things in the author's order.
package enum Answer: Hashable, Sendable {
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

/// How an answer is stored: a kind, a colon, and its parts, such as `choices:0,2` or `text:rəqəm`.
///
/// Every answer of an attempt is read again at each step, so the form is one that costs next to nothing to read.
extension Answer: LosslessStringConvertible {
    /// Stands between the texts of several blanks; no keyboard types it, and what a form holds is cleaned of it.
    package static let separator: Character = "\u{1F}"

    package var description: String {
        switch self {
        case .choices(let chosen): "choices:\(Self.joined(chosen.sorted()))"
        case .truth(let said): "truth:\(said)"
        case .text(let typed): "text:\(typed)"
        case .number(let number): "number:\(number)"
        case .order(let order): "order:\(Self.joined(order))"
        case .matches(let matches): "matches:\(Self.joined(matches))"
        case .blanks(let typed): "blanks:\(typed.joined(separator: String(Self.separator)))"
        }
    }

    package init?(_ description: String) {
        guard let colon = description.firstIndex(of: ":") else { return nil }
        let rest = description[description.index(after: colon)...]
        switch description[..<colon] {
        case "choices": self = .choices(Set(Self.numbers(rest)))
        case "truth":
            guard let said = Bool(String(rest)) else { return nil }
            self = .truth(said)
        case "text": self = .text(String(rest))
        case "number":
            guard let number = Double(rest) else { return nil }
            self = .number(number)
        case "order": self = .order(Self.numbers(rest))
        case "matches": self = .matches(Self.numbers(rest))
        case "blanks":
            self = .blanks(rest.split(separator: Self.separator, omittingEmptySubsequences: false).map(String.init))
        default: return nil
        }
    }

    private static func joined(_ numbers: [Int]) -> String { numbers.map(String.init).joined(separator: ",") }

    private static func numbers(_ text: Substring) -> [Int] { text.split(separator: ",").compactMap { Int($0) } }
}

extension Question {
    /// Whether the answer is right, all or nothing.
    ///
    /// An answer of another kind than the question's is wrong.
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
