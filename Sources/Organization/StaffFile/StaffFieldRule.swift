/// What may stand in each column of the staff file; who calls adds to a refusal the line.
enum StaffFieldRule {
    /// The field's value, tidied; the empty text where an optional field is left out.
    static func value(of field: StaffField, in written: String) throws(StaffFileFault.Reason) -> String {
        let text = tidied(written)
        guard !text.isEmpty else {
            guard !field.isRequired else { throw .missing }
            return text
        }
        let longest = longestLength(of: field)
        guard text.unicodeScalars.count <= longest else { throw .tooLong(maximum: longest) }
        switch field {
        case .staffNumber:
            guard text.unicodeScalars.allSatisfy({ isLetterOrDigit($0) || "-/".unicodeScalars.contains($0) }) else {
                throw .malformed
            }
        case .familyName, .givenName, .patronymic:
            try checkName(text)
        case .email:
            guard isEmail(text) else { throw .malformed }
        case .jobRole, .unit:
            guard text.unicodeScalars.allSatisfy({ isLetterOrDigit($0) || "-_./".unicodeScalars.contains($0) }) else {
                throw .malformed
            }
        case .language, .status:
            break
        }
        return text
    }

    static func language(_ text: String) throws(StaffFileFault.Reason) -> Language {
        if text.isEmpty { return .az }
        guard let language = languages[FoldedWord(text)] else { throw .unknownValue }
        return language
    }

    static func status(_ text: String) throws(StaffFileFault.Reason) -> Person.Status {
        if text.isEmpty { return .active }
        guard let status = statuses[FoldedWord(text)] else { throw .unknownValue }
        return status
    }

    private static let languages: [FoldedWord: Language] = words([
        .az: ["az", "azərbaycan", "azərbaycanca", "azerbaijani"], .en: ["en", "ingilis", "ingiliscə", "english"],
        .ru: ["ru", "rus", "rusca", "russian", "русский"],
    ])

    private static let statuses: [FoldedWord: Person.Status] = words([
        .active: ["active", "aktiv", "işləyir", "работает", "активен"],
        .left: ["left", "çıxıb", "işdən çıxıb", "ayrılıb", "уволен", "уволена"],
    ])

    private static func words<Value: Hashable>(_ table: [Value: [String]]) -> [FoldedWord: Value] {
        var words: [FoldedWord: Value] = [:]
        for (value, names) in table {
            for name in names { words[FoldedWord(name)] = value }
        }
        return words
    }

    private static func longestLength(of field: StaffField) -> Int {
        switch field {
        case .staffNumber: 20
        case .familyName, .givenName, .patronymic: 100
        case .email: 254  // RFC 5321, section 4.5.3.1.3, less the angle brackets
        case .language, .status: 40
        case .jobRole, .unit: 64
        }
    }

    /// Takes away the blanks around a text, also those nobody sees, and makes one of several inside.
    private static func tidied(_ written: String) -> String {
        var text = String.UnicodeScalarView()
        var hasBlank = false
        for scalar in written.unicodeScalars where scalar != "\u{FEFF}" && scalar != "\u{200B}" {
            if scalar.properties.isWhitespace {
                hasBlank = true
            } else {
                if hasBlank, !text.isEmpty { text.append(" ") }
                hasBlank = false
                text.append(scalar)
            }
        }
        return String(text)
    }

    /// A `?` or U+FFFD is what an encoding leaves of a letter it does not have, so the name is another one by now.
    private static func checkName(_ name: String) throws(StaffFileFault.Reason) {
        guard !name.unicodeScalars.contains(where: { $0 == "?" || $0 == "\u{FFFD}" }) else { throw .lostLetters }
        let isAllowed = name.unicodeScalars.allSatisfy { scalar in
            isLetter(scalar) || " -–.,()'’ʼ`".unicodeScalars.contains(scalar)
        }
        guard isAllowed, name.unicodeScalars.contains(where: isLetter) else { throw .malformed }
    }

    /// Addresses that every mail server takes: one `@`, plain letters, a domain of at least two labels.
    private static func isEmail(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard parts.count == 2, (1...64).contains(parts[0].count) else { return false }
        // RFC 5322's dot-atom.
        let words = parts[0].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let signs = [UInt8]("!#$%&'*+-/=?^_`{|}~".utf8)
        guard words.allSatisfy({ !$0.isEmpty && $0.allSatisfy { isPlain($0) || signs.contains($0) } }) else {
            return false
        }
        let labels = parts[1].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let hyphen = UInt8(ascii: "-")
        return labels.count >= 2
            && labels.allSatisfy { label in
                (1...63).contains(label.count) && label.first != hyphen && label.last != hyphen
                    && label.allSatisfy { isPlain($0) || $0 == hyphen }
            }
    }

    private static func isPlain(_ character: UInt8) -> Bool {
        let scalar = Unicode.Scalar(character)
        return scalar.isASCII && isLetterOrDigit(scalar)
    }

    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        ("0"..."9").contains(scalar) || isLetter(scalar)
    }

    /// A letter of any alphabet, or a mark that a decomposed letter carries.
    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark: true
        default: false
        }
    }
}
