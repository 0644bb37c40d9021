import Competencies
import Courseware
import Organization
import UseCases

/// What an import says of a file: its columns, its faults with their mends, its changes.
struct ImportWords {
    let content: Content
    /// By code: a clerk knows the name, the file holds the code.
    let unitNames: [String: String]
    let words: Words

    /// The name of a column, in a spelling that an import recognises.
    static func column(_ field: StaffField, words: Words) -> String {
        switch field {
        case .staffNumber: words["import.column.staff-number"]
        case .familyName: words["import.column.family-name"]
        case .givenName: words["import.column.given-name"]
        case .patronymic: words["import.column.patronymic"]
        case .email: words["import.column.email"]
        case .language: words["import.column.language"]
        case .jobRole: words["import.column.job-role"]
        case .unit: words["import.column.unit"]
        case .status: words["import.column.status"]
        }
    }

    func text(_ error: StaffFileError) -> String {
        switch error {
        case .empty: words["import.file.empty"]
        case .unknownEncoding: words["import.file.encoding"]
        case .workbook: words["import.file.workbook"]
        case .unclosedQuote(let line): words["import.file.unclosed-quote", ["line": String(line)]]
        case .textAfterQuote(let line): words["import.file.text-after-quote", ["line": String(line)]]
        }
    }

    /// What is wrong with a line, and the mend.
    func text(_ fault: ImportFault) -> String {
        switch fault.reason {
        case .noColumn:
            words["import.fault.no-column", ["column": fault.field.map { Self.column($0, words: words) } ?? ""]]
        case .columnTwice: words["import.fault.column-twice"]
        case .tooManyFields: words["import.fault.too-many-fields"]
        case .missing: words["import.fault.missing"]
        case .tooLong(let maximum): words["import.fault.too-long", ["maximum": String(maximum)]]
        case .malformed: malformed(fault.field)
        case .lostLetters: words["import.fault.lost-letters"]
        case .unknownValue:
            fault.field == .language ? words["import.fault.language"] : words["import.fault.status"]
        case .duplicate(let line): words["import.fault.duplicate", ["line": String(line)]]
        case .unknownUnit(let word?): words["import.fault.unit-like", ["word": word]]
        case .unknownUnit(nil): words["import.fault.unit"]
        case .unknownJobRole(let word?): words["import.fault.job-role-like", ["word": word]]
        case .unknownJobRole(nil): words["import.fault.job-role"]
        case .staffNumberElsewhere: words["import.fault.elsewhere"]
        }
    }

    private func malformed(_ field: StaffField?) -> String {
        switch field {
        case .staffNumber: words["import.fault.malformed.staff-number"]
        case .familyName, .givenName, .patronymic: words["import.fault.malformed.name"]
        case .email: words["import.fault.malformed.email"]
        case .jobRole: words["import.fault.malformed.job-role"]
        case .unit: words["import.fault.malformed.unit"]
        case .language: words["import.fault.language"]
        case .status: words["import.fault.status"]
        case nil: words["import.fault.too-many-fields"]
        }
    }

    func tag(_ effect: ImportRow.Effect) -> StandingTag {
        switch effect {
        case .new: StandingTag(style: "good", text: words["import.effect.new"])
        case .changed: StandingTag(style: "soon", text: words["import.effect.changed"])
        case .left: StandingTag(style: "bad", text: words["import.effect.left"])
        case .unchanged: StandingTag(style: "", text: words["import.effect.unchanged"])
        case .passedOver: StandingTag(style: "", text: words["import.effect.passed-over"])
        }
    }

    /// *Vəzifə: Şöbə müdiri → Reyestr üzrə mütəxəssis*.
    func text(_ change: ImportChange) -> String {
        let (old, new) = (value(change.old, of: change.field), value(change.new, of: change.field))
        return "\(name(change.field)): \(old) → \(new)"
    }

    func unit(_ code: String) -> String { unitNames[code].map { "\($0) (\(code))" } ?? code }

    func jobRole(_ id: String) -> String { content.jobRole(id)?.name[words.language] ?? id }

    private func name(_ field: ImportChange.Field) -> String {
        switch field {
        case .name: words["import.change.name"]
        case .email: Self.column(.email, words: words)
        case .language: Self.column(.language, words: words)
        case .jobRole: Self.column(.jobRole, words: words)
        case .unit: words["staff.unit"]
        case .status: Self.column(.status, words: words)
        }
    }

    private func value(_ value: String?, of field: ImportChange.Field) -> String {
        guard let value else { return "–" }
        return switch field {
        case .jobRole: jobRole(value)
        case .unit: unit(value)
        case .status: value == Person.Status.left.rawValue ? words["staff.left"] : words["staff.active"]
        case .name, .email, .language: value
        }
    }
}
