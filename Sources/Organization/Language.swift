/// A language of the interface.
package enum Language: String, CaseIterable, Hashable, Sendable, Codable {
    case az, en, ru

    /// The language in which a reader of this interface gets lessons and questions.
    ///
    /// Content exists in Azerbaijani and English only: a Russian interface shows the Azerbaijani text, marked as such.
    package var content: ContentLanguage { self == .en ? .en : .az }
}

/// A language in which lessons and questions are written.
package enum ContentLanguage: String, CaseIterable, Hashable, Sendable, Codable, CodingKeyRepresentable {
    case az, en

    package var interface: Language { self == .az ? .az : .en }
}

/// A text of the content, in both of its languages.
package struct LocalizedText: Hashable, Sendable, Codable {
    package let az: String
    package let en: String

    package init(az: String, en: String) {
        self.az = az
        self.en = en
    }

    package subscript(language: ContentLanguage) -> String { language == .az ? az : en }
}

/// A name that every interface language shows: of a competency, a certification, a job role.
package struct LocalizedName: Hashable, Sendable, Codable {
    package let az: String
    package let en: String
    package let ru: String

    package init(az: String, en: String, ru: String) {
        self.az = az
        self.en = en
        self.ru = ru
    }

    package subscript(language: Language) -> String {
        switch language {
        case .az: az
        case .en: en
        case .ru: ru
        }
    }
}
