import Documents
import Testing

struct CSVTableTests {
    @Test(arguments: [
        (["Ad", "Struktur"], "Ad,Struktur\r\n"),
        (["a,b", "a;b"], "\"a,b\",a;b\r\n"),
        (["dedi: \"bəli\""], "\"dedi: \"\"bəli\"\"\"\r\n"),
        (["iki\nsətir", "iki\r\nsətir"], "\"iki\nsətir\",\"iki\r\nsətir\"\r\n"),
        (["", ""], ",\r\n"),
        ([""], "\"\"\r\n"),
        // A combining accent makes one character of itself and the quote before it.
        (["\"\u{301}"], "\"\"\"\u{301}\"\r\n"),
    ])
    func `quotes only what needs it`(fields: [String], record: String) {
        #expect(CSVTable(header: fields).text() == record)
    }

    @Test(arguments: [
        "=1+1", "=cmd|' /C calc'!A0", "+A1", "-A1+2", "-1+2", "@SUM(A1)", "  =A1", "\u{A0}@A1", "\u{FEFF}=A1",
        "\u{200B}-A1",
        "＝A1", "=\u{301}A1", "-", "--1", "-3.5.1", "- 3", "+", "\t=A1", "\tA1", "\rA1", "\r\nA1", "\n=A1",
    ])
    func `takes the force out of a formula`(field: String) throws {
        let records = try CSVReader.records(of: CSVTable(header: [field]).text())

        #expect(records == [["'" + field]])
    }

    @Test(arguments: [
        "-3.5", "-3,5", "+7", "-0", "-1e5", "-1.5E-3", "3.5", "12", "İsmayılova", "a=b", "a-b", " a", "'", "№ 4", "",
        "−3",
    ])
    func `leaves numbers and words alone`(field: String) throws {
        #expect(try CSVReader.records(of: CSVTable(header: [field, "x"]).text()) == [[field, "x"]])
    }

    @Test(arguments: [",", ";", "\t"] as [Character])
    func `comes back from a reader as it went in`(separator: Character) throws {
        let table = CSVTable(
            header: ["Ad", "Qeyd; şərh", "Bal"],
            rows: [
                ["Şəfəq \"Şəfa\" İsmayılova", "birinci sətir\r\nikinci, sətir", "-0.75"],
                ["", "", ""],
                ["Людмила", "\u{1F1E6}\u{1F1FF} tab\tiçində", "1,5"],
            ])

        #expect(try CSVReader.records(of: table.text(separator: separator), separator) == [table.header] + table.rows)
    }

    @Test func `begins with a byte order mark only where asked to`() {
        let table = CSVTable(header: ["Ə"])

        #expect(table.data() == [0xEF, 0xBB, 0xBF, 0xC6, 0x8F, 0x0D, 0x0A])
        #expect(table.data(withByteOrderMark: false) == [0xC6, 0x8F, 0x0D, 0x0A])
    }
}

/// A strict reader of RFC 4180, written apart from the writer.
private enum CSVReader {
    struct Malformed: Error {}

    static func records(of text: String, _ separator: Character = ",") throws -> [[String]] {
        var records: [[String]] = []
        var record: [String] = []
        var rest = text.unicodeScalars[...]
        while !rest.isEmpty {
            record.append(try field(from: &rest, endingAt: Set(separator.unicodeScalars).union(["\r"])))
            switch rest.popFirst() {
            case "\r":
                guard rest.popFirst() == "\n" else { throw Malformed() }
                records.append(record)
                record = []
            case .some: continue
            case nil: throw Malformed()
            }
        }
        return records
    }

    private static func field(
        from rest: inout Substring.UnicodeScalarView, endingAt ends: Set<Unicode.Scalar>
    ) throws -> String {
        var field = String.UnicodeScalarView()
        guard rest.first == "\"" else {
            while let next = rest.first, !ends.contains(next) {
                guard next != "\"" && next != "\n" else { throw Malformed() }
                field.append(next)
                rest.removeFirst()
            }
            return String(field)
        }
        rest.removeFirst()
        while let next = rest.popFirst() {
            if next == "\"" {
                guard rest.first == "\"" else { return String(field) }
                rest.removeFirst()
            }
            field.append(next)
        }
        throw Malformed()
    }
}
