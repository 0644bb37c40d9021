import AdaptiveTesting
import Organization
import Training

extension Question {
    /// The right answer, as somebody who knows would give it.
    func rightAnswer(in language: ContentLanguage) -> Answer {
        switch kind {
        case .single(let choices), .multiple(let choices): .choices(Set(choices.indices.filter { choices[$0].isKey }))
        case .trueFalse(let answer, _): .truth(answer)
        case .text(let accept): .text(accept[language]?.first ?? "")
        case .numeric(let value, _, _): .number(value)
        case .ordering(let things): .order(Array(things.indices))
        case .matching(let pairs): .matches(Array(pairs.indices))
        case .fillIn(let blanks): .blanks(blanks.map { $0.accept[language]?.first ?? "" })
        }
    }

    /// A wrong answer, as somebody who does not quite know might give it.
    func wrongAnswer(in language: ContentLanguage, using generator: inout SeededGenerator) -> Answer {
        let unknown = language == .az ? "bilmirəm" : "do not know"
        switch kind {
        case .single(let choices):
            let wrong = choices.indices.filter { !choices[$0].isKey }
            return .choices(Set([generator.element(of: wrong) ?? 0]))
        case .multiple(let choices):
            // One right choice forgotten, or one wrong one taken as well.
            let keys = Set(choices.indices.filter { choices[$0].isKey })
            let changed = generator.index(below: choices.count)
            return .choices(keys.symmetricDifference([changed]))
        case .trueFalse(let answer, _):
            return .truth(!answer)
        case .text:
            return .text(unknown)
        case .numeric(let value, let tolerance, _):
            return .number(value + (tolerance + 1) * Double(generator.number(in: 2...5)))
        case .ordering(let things):
            return .order(swappingTwo(of: things.count, using: &generator))
        case .matching(let pairs):
            return .matches(swappingTwo(of: pairs.count, using: &generator))
        case .fillIn(let blanks):
            var words = blanks.map { $0.accept[language]?.first ?? "" }
            if !words.isEmpty { words[generator.index(below: words.count)] = unknown }
            return .blanks(words)
        }
    }

    private func swappingTwo(of count: Int, using generator: inout SeededGenerator) -> [Int] {
        var order = Array(0..<count)
        guard count > 1 else { return order }
        let first = generator.index(below: count - 1)
        order.swapAt(first, first + 1)
        return order
    }
}
