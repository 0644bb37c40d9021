package import Competencies
package import Organization

package struct QuestionID: Hashable, Comparable, Sendable, Codable, LosslessStringConvertible {
    package let value: String

    package init(_ value: String) {
        self.value = value
    }

    package var description: String { value }

    package static func < (left: Self, right: Self) -> Bool { left.value < right.value }

    package init(from decoder: any Decoder) throws {
        value = try decoder.singleValueContainer().decode(String.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }
}

/// What a learner sees and answers.
///
/// Texts marked *HTML* are rendered from the author's Markdown and safe to print.
package struct Question: Hashable, Sendable, Codable {
    /// Practice questions may be read in lessons; exam questions are drawn by exams alone.
    ///
    /// No question is both.
    package enum Use: String, Sendable, Codable { case practice, exam }

    package let id: QuestionID
    /// A digest of the question's content: an attempt keeps the version that it showed.
    package let version: String
    package let competency: CompetencyID
    package let use: Use
    package let level: Level
    /// The statement of the framework that it measures.
    package let measures: String
    /// HTML.
    ///
    /// A fill-in question holds `[[1]]`, `[[2]]` … where its blanks stand.
    package let stem: LocalizedText
    package let kind: Kind
    /// HTML: what to learn from the question.
    package let feedback: LocalizedText
    package let exhibit: Exhibit?
    package let source: String?

    package init(
        id: QuestionID, version: String, competency: CompetencyID, use: Use, level: Level, measures: String,
        stem: LocalizedText, kind: Kind, feedback: LocalizedText, exhibit: Exhibit?, source: String?
    ) {
        self.id = id
        self.version = version
        self.competency = competency
        self.use = use
        self.level = level
        self.measures = measures
        self.stem = stem
        self.kind = kind
        self.feedback = feedback
        self.exhibit = exhibit
        self.source = source
    }

    package enum Kind: Hashable, Sendable, Codable {
        case single([Choice])
        case multiple([Choice])
        /// `why` (HTML) says why the other answer is wrong.
        case trueFalse(answer: Bool, why: LocalizedText)
        case text(accept: [ContentLanguage: [String]])
        case numeric(value: Double, tolerance: Double, unit: LocalizedText?)
        /// Plain texts, in the right order.
        case ordering([LocalizedText])
        case matching([Pair])
        case fillIn([Blank])
    }

    package struct Choice: Hashable, Sendable, Codable {
        /// HTML.
        package let text: LocalizedText
        package let isKey: Bool
        /// HTML: why a wrong choice is wrong.
        package let why: LocalizedText?

        package init(text: LocalizedText, isKey: Bool, why: LocalizedText?) {
            self.text = text
            self.isKey = isKey
            self.why = why
        }
    }

    /// Plain texts that belong together.
    package struct Pair: Hashable, Sendable, Codable {
        package let left: LocalizedText
        package let right: LocalizedText

        package init(left: LocalizedText, right: LocalizedText) {
            self.left = left
            self.right = right
        }
    }

    package struct Blank: Hashable, Sendable, Codable {
        package let accept: [ContentLanguage: [String]]

        package init(accept: [ContentLanguage: [String]]) {
            self.accept = accept
        }
    }

    /// A case that several questions share.
    package struct Exhibit: Hashable, Sendable, Codable {
        package let id: String
        /// HTML.
        package let body: LocalizedText

        package init(id: String, body: LocalizedText) {
            self.id = id
            self.body = body
        }
    }
}

extension Question.Kind {
    /// How many things are shuffled for each attempt; zero where nothing is.
    package var shuffledCount: Int {
        switch self {
        case .single(let choices), .multiple(let choices): choices.count
        case .ordering(let things): things.count
        case .matching(let pairs): pairs.count
        case .trueFalse, .text, .numeric, .fillIn: 0
        }
    }

    /// Probability of a right answer by blind guessing: the lower asymptote of a question that nobody has calibrated.
    package var guessing: Double {
        switch self {
        case .single(let choices): 1 / Double(choices.count)
        case .trueFalse: 1.0 / 2.0
        case .multiple(let choices): 1 / (Double(1 << choices.count) - 1)
        case .ordering(let things): 1 / factorial(things.count)
        case .matching(let pairs): 1 / factorial(pairs.count)
        case .text, .numeric, .fillIn: 0
        }
    }

    private func factorial(_ count: Int) -> Double { (1...max(1, count)).reduce(1) { $0 * Double($1) } }
}
