import Organization
import Testing

struct DelimitedTextTests {
    @Test(arguments: [
        ("a,b;c,d\n", Character(","), ["a", "b;c", "d"]), ("a;b,c;d\n", ";", ["a", "b,c", "d"]),
        ("a\tb,c\n", "\t", ["a", "b,c"]),
        ("a\n", ",", ["a"]), ("\"x;y;z\",b\n", ",", ["x;y;z", "b"]), ("\n\r\na;b", ";", ["a", "b"]),
        ("sep=;\r\na,b;c\r\n", ";", ["a,b", "c"]), ("sep=,a\n", ",", ["sep=", "a"]),
    ])
    func `finds the delimiter in the header`(text: String, delimiter: Character, header: [String]) throws {
        let table = try DelimitedText(text)

        #expect(table.delimiter == delimiter)
        #expect(table.records.first?.fields == header)
    }

    @Test(arguments: [
        ("a,b\n1,\"x\"\"y\"\n", ["1", "x\"y"]), ("a,b\n1,\"x,y\"", ["1", "x,y"]),
        ("a,b\n1,\"x\r\ny\"\r\n", ["1", "x\ny"]),
        ("a,b\n\"\",\"\"\"\"\n", ["", "\""]), ("a,b\n1,x \"y\" z\n", ["1", "x \"y\" z"]), ("a,b\n1,\n", ["1", ""]),
        ("a,b\r1,2\r", ["1", "2"]), ("a,b\n 1 ,ə\n", [" 1 ", "ə"]), ("a\n\"x\"", ["x"]),
    ])
    func `reads quoted fields`(text: String, fields: [String]) throws {
        #expect(try DelimitedText(text).records.last?.fields == fields)
    }

    @Test func `keeps the line on which each record begins`() throws {
        let table = try DelimitedText("a,b\r\n\r\n1,\"x\r\ny\nz\"\n,\n2,3\n")

        #expect(table.records.map(\.line) == [1, 3, 7])
        #expect(try DelimitedText("sep=;\na;b\n1;2").records.map(\.line) == [2, 3])
    }

    @Test(arguments: [
        ("a,b\n1,\"x\n2,3\n4,5\n", StaffFileError.unclosedQuote(line: 2)), ("\"", .unclosedQuote(line: 1)),
        ("a,b\n\"x\ny\",\"", .unclosedQuote(line: 3)), ("a,b\n1,2\n\"x\" y,3\n", .textAfterQuote(line: 3)),
    ])
    func `names the line of a stray quotation mark`(text: String, error: StaffFileError) {
        #expect(throws: error) { try DelimitedText(text) }
    }

    @Test func `has no records without text`() throws {
        #expect(try DelimitedText("").records.isEmpty)
        #expect(try DelimitedText("sep=;").records.isEmpty)
    }
}
