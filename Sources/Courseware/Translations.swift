import Organization
import Yams

/// A value that stands in both languages of the content.
struct Translations {
    let az: YAMLValue
    let en: YAMLValue
}

extension YAMLValue {
    func translations() -> Translations? {
        guard case .mapping = node else {
            fault("\(name) is not translated", mend: "write `{az: …, en: …}`")
            return nil
        }
        guard let mapping = mapping(of: ["az", "en"]) else { return nil }
        let az = translation("az", "Azerbaijani", in: mapping)
        let en = translation("en", "English", in: mapping)
        guard let az, let en else { return nil }
        return Translations(az: az, en: en)
    }

    /// A text that is printed as it is.
    func localizedText() -> LocalizedText? {
        guard let translations = translations() else { return nil }
        let az = translations.az.text()
        let en = translations.en.text()
        guard let az, let en else { return nil }
        return LocalizedText(az: az, en: en)
    }

    /// A name in all three languages of the interface.
    func localizedName() -> LocalizedName? {
        guard case .mapping = node else {
            fault("\(name) is not translated", mend: "write `{az: …, en: …, ru: …}`")
            return nil
        }
        guard let mapping = mapping(of: ["az", "en", "ru"]) else { return nil }
        let az = translation("az", "Azerbaijani", in: mapping)?.text()
        let en = translation("en", "English", in: mapping)?.text()
        let ru = translation("ru", "Russian", in: mapping)?.text()
        guard let az, let en, let ru else { return nil }
        return LocalizedName(az: az, en: en, ru: ru)
    }

    /// The answers that count as right, by language.
    func acceptedTexts() -> [ContentLanguage: [String]]? {
        guard let translations = translations() else { return nil }
        func texts(_ value: YAMLValue) -> [String]? {
            guard let items = value.items(1...50, of: "answers") else { return nil }
            let texts = items.compactMap { $0.text() }
            return texts.count == items.count ? texts : nil
        }
        let az = texts(translations.az)
        let en = texts(translations.en)
        guard let az, let en else { return nil }
        return [.az: az, .en: en]
    }

    private func translation(_ key: String, _ language: String, in mapping: YAMLMapping) -> YAMLValue? {
        guard mapping.has(key) else {
            fault("\(name) has no \(language) text", mend: "add `\(key): …`")
            return nil
        }
        guard let value = mapping.optional(key) else { return nil }
        return value.named("\(name) in \(language)")
    }
}
