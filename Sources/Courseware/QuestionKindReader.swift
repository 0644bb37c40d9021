import Organization
import Training
import Yams

/// Reads the part of a question that depends on its type.
struct QuestionKindReader {
    enum TypeName: String, CaseIterable {
        case single, multiple
        case trueFalse = "true-false"
        case text, numeric, ordering, matching
        case fillIn = "fill-in"

        var keys: [String] {
            switch self {
            case .single, .multiple: ["choices"]
            case .trueFalse: ["answer", "why"]
            case .text: ["accept"]
            case .numeric: ["value", "tolerance", "unit"]
            case .ordering: ["order"]
            case .matching: ["pairs"]
            case .fillIn: ["blanks"]
            }
        }
    }

    /// Largest number that a question may ask for; beyond it doubles are no longer exact.
    private static let numbers = -9e15...9e15

    let markdown: Markdown

    func kind(_ type: TypeName, _ keys: YAMLMapping) -> Question.Kind? {
        switch type {
        case .single: choices(keys, count: 3...6, keyCount: 1...1).map(Question.Kind.single)
        case .multiple: choices(keys, count: 4...7, keyCount: 2...6).map(Question.Kind.multiple)
        case .trueFalse: trueFalse(keys)
        case .text: keys.required("accept", like: "{az: […], en: […]}")?.acceptedTexts().map(Question.Kind.text)
        case .numeric: numeric(keys)
        case .ordering: ordering(keys)
        case .matching: matching(keys)
        case .fillIn: blanks(keys)
        }
    }

    private func choices(
        _ keys: YAMLMapping, count: ClosedRange<Int>, keyCount: ClosedRange<Int>
    ) -> [Question.Choice]? {
        guard let value = keys.required("choices", like: "[…]"), let items = value.items(count, of: "choices")
        else { return nil }
        let choices = items.compactMap(choice)
        guard choices.count == items.count else { return nil }
        let keyed = choices.count(where: \.isKey)
        if !keyCount.contains(keyed) {
            let wanted = keyCount.upperBound == 1 ? "exactly one" : "two or more"
            value.fault("\(keyed) choices have `key: true`", mend: "mark \(wanted)")
        } else if keyed == choices.count {
            value.fault("every choice has `key: true`", mend: "add a wrong one")
        }
        value.refuseEqual(choices.map(\.text), at: items, what: "choice")
        return choices
    }

    private func choice(_ value: YAMLValue) -> Question.Choice? {
        guard let keys = value.mapping(of: ["key", "text", "why"]) else { return nil }
        let isKey = keys.has("key") ? keys.optional("key")?.truth() : false
        let textValue = keys.required("text", like: "{az: …, en: …}")
        let text = textValue?.localizedMarkdown(.inline, by: markdown)
        if let text, let textValue { warnOfReference(text, textValue) }
        let whyValue = isKey == true ? keys.optional("why") : keys.required("why", like: "{az: …, en: …}")
        let why = whyValue?.localizedMarkdown(.inline, by: markdown)
        guard let isKey, let text, isKey || why != nil, (why == nil) == (whyValue == nil) else { return nil }
        return Question.Choice(text: text, isKey: isKey, why: why)
    }

    /// Choices are shuffled: one that points at the others points at the wrong ones.
    private func warnOfReference(_ text: LocalizedText, _ value: YAMLValue) {
        let phrases = [
            "all of the above", "none of the above", "both of the above", "yuxarıdakıların hamısı",
            "yuxarıdakıların heç biri",
        ]
        let texts = [text.az.lowercased(), text.en.lowercased()]
        if let phrase = phrases.first(where: { phrase in texts.contains { $0.contains(phrase) } }) {
            value.log.warning(
                value.place, "choices are shuffled, and this one says “\(phrase)”",
                mend: "ask with `multiple`, or write the choice out")
        }
    }

    private func trueFalse(_ keys: YAMLMapping) -> Question.Kind? {
        let answer = keys.required("answer", like: "true")?.truth()
        let why = keys.required("why", like: "{az: …, en: …}")?.localizedMarkdown(.inline, by: markdown)
        guard let answer, let why else { return nil }
        return .trueFalse(answer: answer, why: why)
    }

    private func numeric(_ keys: YAMLMapping) -> Question.Kind? {
        let value = keys.required("value", like: "30")?.number(in: Self.numbers)
        let toleranceValue = keys.optional("tolerance")
        let tolerance = toleranceValue.map { $0.number(in: 0...Self.numbers.upperBound) } ?? 0
        let unitValue = keys.optional("unit")
        let unit = unitValue?.localizedText()
        guard let value, let tolerance, (unit == nil) == (unitValue == nil) else { return nil }
        return .numeric(value: value, tolerance: tolerance, unit: unit)
    }

    private func ordering(_ keys: YAMLMapping) -> Question.Kind? {
        guard let value = keys.required("order", like: "[…]"), let items = value.items(3...6, of: "things")
        else { return nil }
        let things = items.compactMap { $0.localizedText() }
        guard things.count == items.count else { return nil }
        value.refuseEqual(things, at: items, what: "thing")
        return .ordering(things)
    }

    private func matching(_ keys: YAMLMapping) -> Question.Kind? {
        guard let value = keys.required("pairs", like: "[…]"), let items = value.items(3...6, of: "pairs")
        else { return nil }
        let pairs: [Question.Pair] = items.compactMap { item in
            guard let keys = item.mapping(of: ["left", "right"]) else { return nil }
            let left = keys.required("left", like: "{az: …, en: …}")?.localizedText()
            let right = keys.required("right", like: "{az: …, en: …}")?.localizedText()
            guard let left, let right else { return nil }
            return Question.Pair(left: left, right: right)
        }
        guard pairs.count == items.count else { return nil }
        value.refuseEqual(pairs.map(\.left), at: items, what: "left side")
        value.refuseEqual(pairs.map(\.right), at: items, what: "right side")
        return .matching(pairs)
    }

    private func blanks(_ keys: YAMLMapping) -> Question.Kind? {
        guard let items = keys.required("blanks", like: "[…]")?.items(1...10, of: "blanks") else { return nil }
        let blanks: [Question.Blank] = items.compactMap { item in
            item.mapping(of: ["accept"])?.required("accept", like: "{az: […], en: […]}")?.acceptedTexts()
                .map(Question.Blank.init)
        }
        return blanks.count == items.count ? .fillIn(blanks) : nil
    }
}

extension YAMLValue {
    /// Things that a learner must tell apart may not read the same in either language.
    fileprivate func refuseEqual(_ texts: [LocalizedText], at items: [YAMLValue], what: String) {
        for language in ContentLanguage.allCases {
            var seen: Set<String> = []
            for (text, item) in zip(texts, items) where !seen.insert(trimmed(text[language]).lowercased()).inserted {
                item.fault("the same \(what) stands twice (`\(language.rawValue)`)", mend: "make each one different")
            }
        }
    }
}
