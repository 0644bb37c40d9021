import Organization
import Training

/// A question as a form shows it, in the order in which its things were shuffled.
struct QuestionView: Sendable {
    struct Option: Sendable {
        let id: String
        let type: String
        let name: String
        let value: String
        /// HTML.
        let text: String
    }

    struct Row: Sendable {
        let id: String
        let name: String
        let label: String
        let options: [SelectOption]
    }

    struct SelectOption: Sendable {
        let value: String
        let label: String
    }

    let id: String
    let stem: String
    let exhibit: String?
    let language: String
    let hint: String?
    let options: [Option]
    let rows: [Row]
    let textField: Bool
    let numberField: Bool
    let unit: String?

    init(_ question: Question, shuffle: [Int], in language: ContentLanguage, words: Words) {
        // The ids of questions hold a dot, which style sheets and scripts would have to escape.
        let id = "q-" + question.id.value.replacing(".", with: "-")
        self.id = id
        self.language = language.rawValue
        exhibit = question.exhibit?.body[language]
        var options: [Option] = []
        var rows: [Row] = []
        var hint: String?
        var stem = question.stem[language]
        var (textField, numberField, unit) = (false, false, String?.none)
        func choice(_ type: String, _ value: Int, _ text: String) -> Option {
            Option(id: "\(id)-\(value)", type: type, name: "choice", value: String(value), text: text)
        }
        switch question.kind {
        case .single(let choices):
            options = shuffle.enumerated().map { choice("radio", $0.offset, choices[$0.element].text[language]) }
        case .multiple(let choices):
            hint = words["question.hint.multiple"]
            options = shuffle.enumerated().map { choice("checkbox", $0.offset, choices[$0.element].text[language]) }
        case .trueFalse:
            options = [
                choice("radio", 1, words["question.true"]), choice("radio", 0, words["question.false"]),
            ]
        case .text: textField = true
        case .numeric(_, _, let unitText):
            numberField = true
            unit = unitText?[language]
        case .ordering(let things):
            hint = words["question.hint.ordering"]
            let places = (1...max(1, things.count)).map { SelectOption(value: String($0), label: String($0)) }
            rows = shuffle.enumerated().map { shown, author in
                Row(id: "\(id)-\(shown)", name: "place-\(shown)", label: things[author][language], options: places)
            }
        case .matching(let pairs):
            hint = words["question.hint.matching"]
            let rights = shuffle.enumerated().map {
                SelectOption(value: String($0.offset), label: pairs[$0.element].right[language])
            }
            rows = pairs.enumerated().map { index, pair in
                Row(id: "\(id)-\(index)", name: "match-\(index)", label: pair.left[language], options: rights)
            }
        case .fillIn(let blanks):
            hint = words["question.hint.fill-in"]
            for number in 1...max(1, blanks.count) {
                let label = HTML.escaped(words["question.blank", ["number": String(number)]])
                stem = stem.replacing(
                    "[[\(number)]]",
                    with: "<input class=\"blank\" name=\"blank-\(number)\" aria-label=\"\(label)\" "
                        + "autocomplete=\"off\" maxlength=\"100\" required>")
            }
        }
        self.stem = stem
        self.options = options
        self.rows = rows
        self.hint = hint
        self.textField = textField
        self.numberField = numberField
        self.unit = unit
    }
}
