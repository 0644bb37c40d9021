/// A column of the staff file.
package enum StaffField: String, CaseIterable, Hashable, Sendable {
    case staffNumber = "staff_number"
    case familyName = "family_name"
    case givenName = "given_name"
    case patronymic
    case email
    case language
    case jobRole = "job_role"
    case unit
    case status

    package var isRequired: Bool {
        switch self {
        case .staffNumber, .familyName, .givenName, .jobRole, .unit: true
        case .patronymic, .email, .language, .status: false
        }
    }

    /// Recognises a column by its name in English, Azerbaijani or Russian; with or without blanks, case and diacritics.
    package init?(columnName: String) {
        guard let field = Self.fields[FoldedWord(columnName)] else { return nil }
        self = field
    }

    private static let fields: [FoldedWord: StaffField] = {
        var fields: [FoldedWord: StaffField] = [:]
        for field in allCases {
            for name in [field.rawValue] + field.otherNames { fields[FoldedWord(name)] = field }
        }
        return fields
    }()

    private var otherNames: [String] {
        switch self {
        case .staffNumber:
            [
                "staff no", "personnel number", "employee number", "tabel nömrəsi", "tabel nömrə", "tabel №", "tabel",
                "şəxsi nömrə", "табельный номер", "табельный №", "таб. номер", "таб. №",
            ]
        case .familyName: ["surname", "last name", "soyad", "soyadı", "фамилия"]
        case .givenName: ["first name", "name", "ad", "adı", "имя"]
        case .patronymic: ["middle name", "father's name", "ata adı", "atasının adı", "отчество"]
        case .email:
            [
                "e-mail", "e-mail address", "mail", "e-poçt", "e-poçt ünvanı", "elektron poçt", "elektron poçt ünvanı",
                "электронная почта", "эл. почта", "адрес электронной почты", "почта",
            ]
        case .language: ["interface language", "dil", "dili", "interfeysin dili", "язык", "язык интерфейса"]
        case .jobRole: ["role", "iş rolu", "rol", "vəzifə", "vəzifəsi", "роль", "должность"]
        case .unit:
            [
                "unit code", "department", "bölmə", "bölmə kodu", "bölmənin kodu", "struktur bölmə", "şöbə",
                "подразделение", "код подразделения", "отдел",
            ]
        case .status: ["state", "vəziyyət", "vəziyyəti", "статус", "состояние"]
        }
    }
}
