import Competencies
import Organization
import Training
import Yams

/// Reads one question bank.
struct QuestionBankReader {
    /// A question as its file declares it; known by name even when it has faults.
    struct Declaration {
        let place: Place
        let use: Question.Use?
        /// Nothing when the question has faults.
        let question: Question?
        /// Whether its folder is not the one that questions of its use are read from.
        var isPassedOver = false
    }

    private static let commonKeys = [
        "id", "type", "use", "level", "measures", "stem", "feedback", "exhibit", "source",
    ]

    let names: FrameworkNames
    let markdown: Markdown
    let exhibits: ExhibitShelf
    private(set) var usedExhibits: Set<String> = []

    init(names: FrameworkNames, markdown: Markdown, exhibits: ExhibitShelf) {
        self.names = names
        self.markdown = markdown
        self.exhibits = exhibits
    }

    /// - Parameter fileName: without `.yml`; it must be the bank's competency.
    mutating func read(_ file: YAMLValue, fileName: String) -> [(id: QuestionID, declaration: Declaration)] {
        guard let keys = file.mapping(of: ["competency", "questions"]) else { return [] }
        let competencyValue = keys.required("competency", like: "\"\(fileName)\"")
        let competency = competencyValue.flatMap(names.competency)
        if let competency, competency.value != fileName {
            competencyValue?.fault(
                "the file is called \(fileName).yml, its competency is \(competency)",
                mend: "call the file \(competency).yml, or mend the competency")
        }
        guard let items = keys.required("questions", like: "[…]")?.items(1...10_000, of: "questions") else { return [] }
        return items.compactMap { declaration($0, of: competency ?? CompetencyID(fileName)) }
    }

    private mutating func declaration(
        _ value: YAMLValue, of competency: CompetencyID
    ) -> (id: QuestionID, declaration: Declaration)? {
        let type = typeName(of: value)
        let known = Self.commonKeys + (type?.keys ?? QuestionKindReader.TypeName.allCases.flatMap(\.keys))
        guard let keys = value.mapping(of: known, elsewhere: owner) else { return nil }
        let id = keys.required("id", like: "\(competency)-001").flatMap { questionID($0, of: competency) }
        let use = keys.required("use", like: "practice")?.word(of: [
            ("practice", Question.Use.practice), ("exam", .exam),
        ])
        let question = question(keys, type: type, id: id, use: use, competency: competency)
        guard let id else { return nil }
        return (id, Declaration(place: value.place, use: use, question: question))
    }

    private mutating func question(
        _ keys: YAMLMapping, type: QuestionKindReader.TypeName?, id: QuestionID?, use: Question.Use?,
        competency: CompetencyID
    ) -> Question? {
        let typeNames = QuestionKindReader.TypeName.allCases.map { ($0.rawValue, $0) }
        _ = keys.required("type", like: "single")?.word(of: typeNames)
        let level = keys.required("level", like: "2").flatMap(names.level)
        let measures = keys.required("measures", like: "\(competency).a").flatMap {
            names.statement($0, of: competency)
        }
        let stemValue = keys.required("stem", like: "{az: …, en: …}")
        let stem = stemValue?.localizedMarkdown(.blocks, by: markdown)
        let kind = type.flatMap { QuestionKindReader(markdown: markdown).kind($0, keys) }
        if let stem, let kind, let stemValue { checkBlanks(of: stem, kind, stemValue) }
        let feedback = keys.required("feedback", like: "{az: …, en: …}")?.localizedMarkdown(.blocks, by: markdown)
        let exhibit = keys.optional("exhibit").map { self.exhibit($0) } ?? .some(nil)
        let source = keys.optional("source")?.text()
        guard let id, let use, let level, let measures, let stem, let kind, let feedback, let exhibit else {
            return nil
        }
        let question = Question(
            id: id, version: "", competency: competency, use: use, level: level, measures: measures, stem: stem,
            kind: kind, feedback: feedback, exhibit: exhibit, source: source)
        do {
            return try question.versioned()
        } catch {
            keys.itself.fault("the question cannot be kept: \(error)", mend: "simplify its texts and numbers")
            return nil
        }
    }

    /// The type without complaint: it decides which other keys are known.
    private func typeName(of value: YAMLValue) -> QuestionKindReader.TypeName? {
        guard case .mapping(let mapping) = value.node else { return nil }
        let type = mapping.first { $0.key.scalar?.string == "type" }?.value.scalar?.string
        return type.flatMap(QuestionKindReader.TypeName.init)
    }

    private func owner(of key: String) -> String? {
        let owners = QuestionKindReader.TypeName.allCases.filter { $0.keys.contains(key) }.map(\.rawValue)
        return owners.isEmpty ? nil : "`\(key)` belongs to the type \(owners.joined(separator: " or "))"
    }

    private func questionID(_ value: YAMLValue, of competency: CompetencyID) -> QuestionID? {
        guard let text = value.text() else { return nil }
        let digits = text.hasPrefix("\(competency)-") ? text.dropFirst(competency.value.count + 1) : ""
        guard digits.utf8.count == 3, digits.utf8.allSatisfy({ (48...57).contains($0) }) else {
            value.fault("the id `\(text)` has not the form of this bank", mend: "write \(competency)-<three digits>")
            return nil
        }
        return QuestionID(text)
    }

    /// Nothing when the exhibit is unknown or has faults.
    private mutating func exhibit(_ value: YAMLValue) -> Question.Exhibit?? {
        guard let id = value.text() else { return nil }
        usedExhibits.insert(id)
        guard let exhibit = exhibits.exhibits[id] else {
            value.fault(
                "there is no exhibit `\(id)`",
                mend: mend(for: id, among: exhibits.exhibits.keys, otherwise: "write exhibits/\(id).az.md and .en.md"))
            return nil
        }
        return exhibit.map { .some($0) }
    }

    /// A fill-in stem holds `[[1]]` … `[[n]]`, each once, in both languages; other stems hold none.
    private func checkBlanks(of stem: LocalizedText, _ kind: Question.Kind, _ value: YAMLValue) {
        var count = 0
        if case .fillIn(let blanks) = kind { count = blanks.count }
        for language in ContentLanguage.allCases {
            let found = blankNumbers(in: stem[language]).sorted()
            guard found != Array(0..<count).map({ $0 + 1 }) else { continue }
            let shown = found.isEmpty ? "no blank" : found.map { "[[\($0)]]" }.joined(separator: " ")
            value.fault(
                "the stem holds \(shown) in `\(language.rawValue)`, the question has \(count) blanks",
                mend: count == 0
                    ? "use the type fill-in, or leave out [[…]]" : "write each of [[1]] to [[\(count)]] once")
        }
    }
}

/// The numbers of the `[[n]]` in a text, in reading order.
private func blankNumbers(in html: String) -> [Int] {
    guard html.contains("[[") else { return [] }
    return html.matches(of: #/\[\[([1-9][0-9]?)\]\]/#).compactMap { Int($0.output.1) }
}
