import Oversight

/// Counts, percentages and their changes as people of a language write them.
struct FigureWords: Sendable {
    let words: Words

    /// A percentage that rests on fewer people than this shows them.
    private static let fewPeople = 20

    /// *1 240*, in groups of three.
    func number(_ value: Int) -> String {
        let digits = Array(String(abs(value)))
        let grouped = digits.indices.map { index in
            let left = digits.count - index
            return index > 0 && left.isMultiple(of: 3)
                ? words["figure.group"] + String(digits[index])
                : String(digits[index])
        }
        return (value < 0 ? "−" : "") + grouped.joined()
    }

    /// *68 %*; a dash where there is nobody.
    func percent(_ share: Share) -> String {
        share.percent.map { words["figure.percent", ["value": String($0)]] } ?? nothing
    }

    /// *12 / 18*: what a percentage is made of.
    func count(_ share: Share) -> String {
        words["figure.of", ["part": number(share.part), "whole": number(share.whole)]]
    }

    /// The same, where so few people stand behind the percentage that it says little without them.
    func countOfFew(_ share: Share) -> String? {
        (1..<Self.fewPeople).contains(share.whole) ? count(share) : nil
    }

    /// *68 %*, or *67 % (2 / 3)* of few.
    func withCount(_ share: Share) -> String {
        [percent(share), countOfFew(share).map { "(\($0))" }].compactMap { $0 }.joined(separator: " ")
    }

    var nothing: String { "–" }
}

/// How a figure stands against the last period: a sign for the eye, a word for the ear.
struct FigureChange: Sendable {
    let style: String
    let sign: String
    let spoken: String
    let text: String

    /// Which way is good news.
    enum Meaning { case moreIsBetter, lessIsBetter, neutral }

    static func count(_ now: Int, before: Int, _ meaning: Meaning, _ figures: FigureWords) -> FigureChange {
        make(now - before, meaning, figures.words, text: figures.number(abs(now - before)))
    }

    /// Nothing where one of the two has no percentage.
    static func points(_ now: Share?, before: Share?, _ figures: FigureWords) -> FigureChange? {
        guard let now = now?.percent, let before = before?.percent else { return nil }
        return make(
            now - before, .moreIsBetter, figures.words,
            text: figures.words["figure.points", ["value": String(abs(now - before))]])
    }

    private static func make(_ difference: Int, _ meaning: Meaning, _ words: Words, text: String) -> FigureChange {
        guard difference != 0 else {
            return FigureChange(style: "soft", sign: "", spoken: "", text: words["figure.same"])
        }
        let isGood = (difference > 0) == (meaning == .moreIsBetter)
        return FigureChange(
            style: meaning == .neutral ? "soft" : isGood ? "up" : "down", sign: difference > 0 ? "▲" : "▼",
            spoken: difference > 0 ? words["figure.more"] : words["figure.less"], text: text)
    }
}
