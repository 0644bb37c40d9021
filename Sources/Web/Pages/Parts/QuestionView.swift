import Organization
import Training

/// A question as a form shows it, in the order in which its things were shuffled.
struct QuestionView: Sendable {
    static let template = "question-fields"

    struct Option: Sendable {
        let id: String
        let type: String
        let name: String
        let value: String
        /// HTML.
        let text: String
        /// *True* and *false* are words of the interface, all other choices of the question's text.
        let language: String
        let isChecked: Bool
    }

    struct Row: Sendable {
        let id: String
        let name: String
        let label: String
        let options: [SelectOption]
        /// Whether the options are numbers, which take little room beside the text.
        let isShort: Bool
    }

    struct SelectOption: Sendable {
        let value: String
        let label: String
        var isChosen = false
    }

    let id: String
    let stem: String
    let exhibit: String?
    let language: String
    let hint: String?
    let options: [Option]
    let rows: [Row]
    /// What is to be matched, in full: a closed list on a phone shows only the beginning of a long text.
    let rights: [String]
    let hasRights: Bool
    let textField: Bool
    let numberField: Bool
    let unit: String?
    /// What stands in the field for a text or a number.
    let typedText: String
    let typedNumber: String

    /// - Parameter typed: what was filled in and could not be taken; it stays in the form.
    init(
        _ question: Question, shuffle: [Int], in language: ContentLanguage, words: Words,
        typed: FormFields = FormFields(values: [:])
    ) {
        // The ids of questions hold a dot, which style sheets and scripts would have to escape.
        let id = "q-" + question.id.value.replacing(".", with: "-")
        self.id = id
        self.language = language.rawValue
        exhibit = question.exhibit?.body[language]
        var options: [Option] = []
        var rows: [Row] = []
        var rights: [String] = []
        var hint: String?
        var stem = question.stem[language]
        var (textField, numberField, unit) = (false, false, String?.none)
        func choice(_ type: String, _ value: Int, _ text: String, in spoken: String = language.rawValue) -> Option {
            Option(
                id: "\(id)-\(value)", type: type, name: "choice", value: String(value), text: text, language: spoken,
                isChecked: typed.all("choice").contains(String(value)))
        }
        switch question.kind {
        case .single(let choices):
            options = shuffle.enumerated().map { choice("radio", $0.offset, choices[$0.element].text[language]) }
        case .multiple(let choices):
            hint = words["question.hint.multiple"]
            options = shuffle.enumerated().map { choice("checkbox", $0.offset, choices[$0.element].text[language]) }
        case .trueFalse:
            options = [
                choice("radio", 1, words["question.true"], in: words["lang"]),
                choice("radio", 0, words["question.false"], in: words["lang"]),
            ]
        case .text: textField = true
        case .numeric(_, _, let unitText):
            numberField = true
            unit = unitText?[language]
        case .ordering(let things):
            hint = words["question.hint.ordering"]
            let places = (1...max(1, things.count)).map { SelectOption(value: String($0), label: String($0)) }
            rows = shuffle.enumerated().map { shown, author in
                Row(
                    id: "\(id)-\(shown)", name: "place-\(shown)", label: things[author][language],
                    options: places.choosing(typed["place-\(shown)"]), isShort: true)
            }
        case .matching(let pairs):
            hint = words["question.hint.matching"]
            rights = shuffle.map { pairs[$0].right[language] }
            let options = rights.enumerated().map {
                SelectOption(value: String($0.offset), label: "\(Self.letter($0.offset)). \($0.element)")
            }
            rows = pairs.enumerated().map { index, pair in
                Row(
                    id: "\(id)-\(index)", name: "match-\(index)", label: pair.left[language],
                    options: options.choosing(typed["match-\(index)"]), isShort: false)
            }
        case .fillIn(let blanks):
            hint = words["question.hint.fill-in"]
            for number in 1...max(1, blanks.count) {
                let label = HTML.escaped(words["question.blank", ["number": String(number)]])
                let value = HTML.escaped(typed["blank-\(number)"])
                stem = stem.replacing(
                    "[[\(number)]]",
                    with: "<input class=\"blank\" name=\"blank-\(number)\" aria-label=\"\(label)\" value=\"\(value)\" "
                        + "autocomplete=\"off\" maxlength=\"100\" required>")
            }
        }
        self.stem = stem
        self.options = options
        self.rows = rows
        self.rights = rights
        hasRights = !rights.isEmpty
        self.hint = hint
        self.textField = textField
        self.numberField = numberField
        self.unit = unit
        typedText = typed["text"]
        typedNumber = typed["number"]
    }

    /// A, B, C …, as the style sheet counts the list above the rows.
    private static func letter(_ index: Int) -> Character {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        return letters[index % letters.count]
    }
}

extension [QuestionView.SelectOption] {
    fileprivate func choosing(_ value: String) -> Self {
        map { QuestionView.SelectOption(value: $0.value, label: $0.label, isChosen: $0.value == value) }
    }
}

extension QuestionView {
    /// What decides how the fields of a question look while nothing is typed.
    struct Kind: Hashable, Sendable {
        let question: QuestionID
        let version: String
        let shuffle: [Int]
        let text: ContentLanguage
        let interface: Language
    }
}

extension Site {
    /// The HTML of a question's fields; while nothing is typed it is the same for everybody who sees this order.
    func fields(
        of question: Question, shuffle: [Int], in text: ContentLanguage, typed: FormFields? = nil, interface: Language
    ) -> String {
        func render(_ typed: FormFields) -> String {
            let view = QuestionView(
                question, shuffle: shuffle, in: text, words: templates.words(interface), typed: typed)
            return templates.render(view, with: QuestionView.template, in: interface)
        }
        if let typed { return render(typed) }
        let kind = QuestionView.Kind(
            question: question.id, version: question.version, shuffle: shuffle, text: text, interface: interface)
        return questionFields.fragment(kind) { _ in render(FormFields(values: [:])) }
    }
}
