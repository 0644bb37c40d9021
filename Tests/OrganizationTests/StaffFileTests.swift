import Organization
import Testing

struct StaffFileTests {
    private static let header = "staff_number;family_name;given_name;patronymic;email;language;job_role;unit;status\n"
    private static let good = "1001;İsmayılova;Şəfəq;Elçin qızı;shefeq.i@rabita.gov.az;az;e-gov-officer;EG-01;active\n"

    @Test func `reads every field`() throws {
        let file = try StaffFile(bytes: bytes(Self.header + Self.good))

        #expect(file.isFaultless)
        let record = try #require(file.records.first)
        #expect(record.line == 2)
        #expect(record.staffNumber == "1001")
        #expect(record.name == PersonName(family: "İsmayılova", given: "Şəfəq", patronymic: "Elçin qızı"))
        #expect(record.email == "shefeq.i@rabita.gov.az")
        #expect(record.language == .az)
        #expect(record.jobRole == "e-gov-officer")
        #expect(record.unit == "EG-01")
        #expect(record.status == .active)
    }

    @Test func `fills in what may be left out`() throws {
        let file = try StaffFile(
            bytes: bytes("unit,given_name,family_name,staff_number,job_role\nEG, Orxan ,Quliyev,A-7/2,clerk\n"))

        let record = try #require(file.records.first)
        #expect(record.name == PersonName(family: "Quliyev", given: "Orxan", patronymic: nil))
        #expect(record.email == nil)
        #expect(record.language == .az)
        #expect(record.status == .active)
    }

    @Test(arguments: [
        "Tabel nömrəsi;Soyadı;Adı;Atasının adı;E-poçt;Dil;Vəzifə;Bölmə kodu;Vəziyyət",
        "TABEL NÖMRƏSİ;SOYADI;ADI;ATASININ ADI;E-POÇT;DİL;VƏZİFƏ;BÖLMƏ KODU;VƏZİYYƏT",
        "tabel_nomresi;soyad;ad;ata adi;elektron poct;dil;is rolu;bolme;veziyyet",
        "Табельный номер;Фамилия;Имя;Отчество;Эл. почта;Язык;Должность;Код подразделения;Статус",
        "Табельныи\u{306} номер;Фамилия;Имя;Отчество;e-mail;Язык;Роль;Подразделение;Состояние",
        "Staff Number;Surname;First name;Middle name;E-mail;Language;Role;Unit code;Status",
        "\"STAFF-NUMBER\";\"Family  Name\";Given\u{A0}Name;patronymic;EMAIL;language;job role;unit;status",
    ])
    func `knows the columns in three languages`(header: String) throws {
        let file = try StaffFile(bytes: bytes(header + "\n" + Self.good))

        #expect(file.faults.isEmpty)
        #expect(file.ignoredColumns.isEmpty)
        #expect(file.records.map(\.unit) == ["EG-01"])
    }

    @Test(arguments: [
        ("", "", Language.az, Person.Status.active), ("RU", "LEFT", .ru, .left), ("ingilis", "işdən çıxıb", .en, .left),
        ("русский", "уволена", .ru, .left), ("Azərbaycan", "İşləyir", .az, .active),
    ])
    func `knows the values in three languages`(language: String, status: String, read: Language, state: Person.Status)
        throws
    {
        let file = try StaffFile(bytes: bytes(Self.header + "1;Quliyev;Orxan;;;\(language);clerk;EG;\(status)\n"))

        #expect(file.records.map(\.language) == [read])
        #expect(file.records.map(\.status) == [state])
    }

    @Test(arguments: [
        (StaffField.staffNumber, "", StaffFileFault.Reason.missing), (.staffNumber, " \u{A0}", .missing),
        (.staffNumber, "12 34", .malformed), (.staffNumber, "1.23E+05", .malformed), (.staffNumber, "=1", .malformed),
        (.staffNumber, "123456789012345678901", .tooLong(maximum: 20)),
        (.familyName, "", .missing), (.familyName, "M?mm?dov", .lostLetters),
        (.familyName, "M\u{FFFD}mm\u{FFFD}dov", .lostLetters),
        (.familyName, "MÉ™mmÉ™dov", .malformed), (.familyName, "Quliyev2", .malformed), (.familyName, "-", .malformed),
        (.familyName, String(repeating: "ə", count: 101), .tooLong(maximum: 100)),
        (.givenName, "", .missing), (.givenName, "=cmd|'x'!A1", .malformed), (.patronymic, "El?in", .lostLetters),
        (.email, "orxan", .malformed), (.email, "@gov.az", .malformed), (.email, "a@b@gov.az", .malformed),
        (.email, "orxan@gov", .malformed), (.email, "orxan@-x.az", .malformed), (.email, "o..q@gov.az", .malformed),
        (.email, "orxan@gov..az", .malformed), (.email, "oxran quliyev@gov.az", .malformed),
        (.email, "şəfəq@gov.az", .malformed),
        (.email, "a@" + String(repeating: "b.", count: 130) + "az", .tooLong(maximum: 254)),
        (.language, "de", .unknownValue), (.status, "retired", .unknownValue),
        (.jobRole, "", .missing), (.jobRole, "Baş mütəxəssis", .malformed), (.unit, "", .missing),
        (.unit, "EG 01", .malformed),
    ])
    func `names the line, the field and the reason`(field: StaffField, value: String, reason: StaffFileFault.Reason)
        throws
    {
        var fields = ["1002", "Quliyev", "Orxan", "", "", "", "clerk", "EG", ""]
        fields[try #require(StaffField.allCases.firstIndex(of: field))] = "\"\(value)\""
        let file = try StaffFile(bytes: bytes(Self.header + Self.good + fields.joined(separator: ";") + "\n"))

        let fault = try #require(file.faults.first)
        #expect(file.faults.count == 1)
        #expect(fault.line == 3)
        #expect(fault.field == field)
        #expect(fault.reason == reason)
        #expect(fault.description.hasPrefix("Line 3, \(field.rawValue): "))
        #expect(fault.description.hasSuffix("."))
        #expect(file.records.map(\.line) == [2])
    }

    @Test(arguments: [
        "Əli-zadə", "O'Konnor", "Məmməd (Əhməd)", "I. Qasımov", "Д'Артаньян", "S\u{327}ahin", "Həsən oğlu, kiçik",
        "Şah–zadə",
    ])
    func `accepts names as people have them`(name: String) throws {
        let file = try StaffFile(bytes: bytes(Self.header + "1;\"\(name)\";\(name);;;;clerk;EG;\n"))

        #expect(file.faults.isEmpty)
        #expect(file.records.map(\.name.family) == [name])
    }

    @Test func `reports all faults of a line and of the file`() throws {
        let file = try StaffFile(bytes: bytes(Self.header + ";;O?xan;;x;de;;;?\n" + Self.good + ";x;y;;;;z;z;\n"))

        #expect(file.faults.map(\.line) == [2, 2, 2, 2, 2, 2, 2, 2, 4])
        #expect(
            file.faults.prefix(8).map(\.field) == [
                .staffNumber, .familyName, .givenName, .email, .language, .jobRole, .unit, .status,
            ])
    }

    @Test func `finds a staff number that stands twice, also beside another fault`() throws {
        let file = try StaffFile(
            bytes: bytes(
                Self.header
                    + "a-1;;Orxan;;;;clerk;EG;\nA-1;Quliyev;Orxan;;;;clerk;EG;\na-1;Quliyev;Orxan;;;;clerk;EG;\n"))

        #expect(file.faults.map(\.line) == [2, 3, 4])
        #expect(file.faults.map(\.reason) == [.missing, .duplicate(firstLine: 2), .duplicate(firstLine: 2)])
        #expect(file.records.isEmpty)
    }

    @Test func `lists five hundred faults and counts the others`() throws {
        let file = try StaffFile(bytes: bytes(Self.header + String(repeating: ";x;y;;;;z;z;\n", count: 700)))

        #expect(file.faults.count == 500)
        #expect(file.unlistedFaults == 200)
    }

    @Test func `names the columns that are missing or stand twice`() throws {
        let file = try StaffFile(bytes: bytes("\nsoyad;ad;surname;emial;doğum tarixi;\nx;y;z;;;\n"))

        #expect(file.faults.map(\.field) == [.familyName, .staffNumber, .jobRole, .unit])
        #expect(file.faults.map(\.reason) == [.columnTwice, .noColumn, .noColumn, .noColumn])
        #expect(file.faults.allSatisfy { $0.line == 2 })
        #expect(file.ignoredColumns == ["emial", "doğum tarixi"])
        #expect(file.records.isEmpty)
    }

    @Test func `takes short lines and refuses overfull ones`() throws {
        let file = try StaffFile(
            bytes: bytes(
                "staff_number,family_name,given_name,unit,job_role,email\n1,a,b,EG,clerk\n"
                    + "2,a,b,EG,clerk,,,\n3,a,b,c,EG,clerk,x\n"
            ))

        #expect(file.records.map(\.staffNumber) == ["1", "2"])
        #expect(file.faults == file.faults.filter { $0.line == 4 && $0.reason == .tooManyFields && $0.field == nil })
        #expect(file.faults.count == 1)
    }

    @Test(
        arguments: [
            [], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], bytes("\r\n\r\n  \n;;;\n"),
        ] as [[UInt8]])
    func `refuses an empty file`(bytes: [UInt8]) {
        #expect(throws: StaffFileError.empty) { try StaffFile(bytes: bytes) }
    }

    @Test func `reads a header without people`() throws {
        let file = try StaffFile(bytes: bytes(Self.header))

        #expect(file.isFaultless)
        #expect(file.records.isEmpty)
    }
}

private func bytes(_ text: String) -> [UInt8] { [UInt8](text.utf8) }
