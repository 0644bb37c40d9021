import Testing
import Web

struct MultipartFormTests {
    @Test func `reads fields and files`() throws {
        let file: [UInt8] = [0, 13, 10, 45, 45, 255, 13, 13, 10, 45, 45, 120]
        var body = bytes("ignored\r\n--x7\r\ncontent-disposition: form-data; name=\"adı\"\r\n\r\nGülnarə\r\n")
        body += bytes("--x7 \t\r\nContent-Disposition: form-data; name=file; filename=\"işçilər; 2026.csv\"\r\n")
        body += bytes("Content-Type: text/csv; charset=utf-8\r\nX-Other: yes\r\n\r\n") + file
        body += bytes("\r\n--x7\r\nContent-Disposition: form-data; name=\"empty\"\r\n\r\n\r\n--x7--\r\nafter")
        let form = try MultipartForm(bytes: body, boundary: "x7")

        #expect(form.parts.map(\.name) == ["adı", "file", "empty"])
        #expect(form.text("adı") == "Gülnarə")
        #expect(form.text("empty") == "")
        #expect(form.text("file") == nil)
        #expect(form.text("none") == nil)
        let part = try #require(form.file("file"))
        #expect(part.filename == "işçilər; 2026.csv")
        #expect(part.contentType == "text/csv; charset=utf-8")
        #expect(part.bytes == file)
    }

    @Test(arguments: [
        ("\"a.csv\"", "a.csv"), ("a.csv", "a.csv"), ("\"say %22salam%22.csv\"", "say \"salam\".csv"),
        ("\"say \\\"salam\\\".csv\"", "say \"salam\".csv"), ("\"i%C5%9F%c3%a7i.csv\"", "işçi.csv"),
        ("\"100%.csv\"", "100%.csv"), ("\"50%FF.csv\"", "50%FF.csv"), ("\"50%2\"", "50%2"),
        ("\"C:\\Users\\Aydan\\staff.csv\"", "staff.csv"), ("\"../../etc/passwd\"", "passwd"), ("\"..%2F..%2Fx\"", "x"),
        ("\"a%0D%0Ab%00.csv\"", "ab.csv"), ("\"\"", ""),
    ])
    func `reads the file's name`(written: String, filename: String) throws {
        let form = try MultipartForm(
            bytes: body(disposition: "form-data; filename=\(written); name=\"f\""), boundary: "x")

        #expect(form.parts.first?.filename == filename)
        #expect((form.file("f") == nil) == filename.isEmpty)
    }

    @Test(arguments: [
        ("", MultipartError.noBoundary), ("--y--", .noBoundary), ("--x", .cutOff), ("--xy\r\n", .cutOff),
        ("--x\r\n", .cutOff),
        ("--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\ntext", .cutOff),
        ("--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\ntext\r\n--", .cutOff),
        ("--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\ntext\r\n--x", .cutOff),
        ("--x\r\nContent-Disposition: form-data\r\n\r\n\r\n--x--", .noName(part: 1)),
        ("--x\r\nContent-Disposition: form-data; name=\"\"\r\n\r\n\r\n--x--", .noName(part: 1)),
        ("--x\r\n\r\n\r\n--x--", .noName(part: 1)),
        ("--x\r\nContent-Disposition: form-data; filename=\"unclosed; name=a\r\n\r\n\r\n--x--", .noName(part: 1)),
        ("--x\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\n\r\n--x--", .malformedHeader(part: 1)),
        ("--x\r\nno colon\r\n\r\n\r\n--x--", .malformedHeader(part: 1)),
        ("--x\r\n: nothing\r\n\r\n\r\n--x--", .malformedHeader(part: 1)),
        ("--x\r\nA: b\rc\r\n\r\n\r\n--x--", .malformedHeader(part: 1)),
        ("--x\r\nContent-Transfer-Encoding: base64\r\n\r\n\r\n--x--", .encoded(part: 1)),
    ])
    func `refuses what is no form`(text: String, error: MultipartError) {
        #expect(throws: error) { try MultipartForm(bytes: bytes(text), boundary: "x") }
    }

    @Test func `reads a part without an empty line's body, and a form without parts`() throws {
        let form = try MultipartForm(
            bytes: bytes("--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n--x--"), boundary: "x")

        #expect(form.parts.map(\.bytes) == [[]])
        #expect(try MultipartForm(bytes: bytes("--x--"), boundary: "x").parts.isEmpty)
    }

    @Test func `bounds the number of parts and the length of a header`() throws {
        let part = "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n"
        let twenty = String(repeating: part, count: 20)

        #expect(try MultipartForm(bytes: bytes(twenty + "--x--"), boundary: "x").parts.count == 20)
        #expect(throws: MultipartError.tooManyParts(maximum: 20)) {
            try MultipartForm(bytes: bytes(twenty + part + "--x--"), boundary: "x")
        }
        #expect(throws: MultipartError.headerTooLong(part: 1)) {
            try MultipartForm(
                bytes: bytes("--x\r\nA: \(String(repeating: "b", count: 9_000))\r\n\r\n--x--"), boundary: "x")
        }
        #expect(throws: MultipartError.headerTooLong(part: 1)) {
            try MultipartForm(
                bytes: bytes("--x\r\n\(String(repeating: "A: b\r\n", count: 9_000))\r\n--x--"), boundary: "x")
        }
    }

    @Test(arguments: [
        ("multipart/form-data; boundary=----WebKitFormBoundary7MA4YWxk", "----WebKitFormBoundary7MA4YWxk"),
        ("Multipart/Form-Data; charset=utf-8; Boundary=\"a b:c\"", "a b:c"),
        ("multipart/form-data ;boundary = x ; q=1", "x"),
        ("multipart/form-data; boundary=x; boundary=y", "x"),
        ("multipart/form-data; boundary=", nil), ("multipart/form-data; boundary=\"x \"", nil),
        ("multipart/form-data", nil),
        ("multipart/mixed; boundary=x", nil), ("text/plain; boundary=x", nil), ("", nil), (";;;==\"", nil),
        ("multipart/form-data; boundary=\"a\r\nb\"", nil), ("multipart/form-data; boundary=ə", nil),
        ("multipart/form-data; boundary=\(String(repeating: "x", count: 71))", nil),
    ])
    func `finds the boundary`(contentType: String, boundary: String?) {
        #expect(MultipartForm.boundary(inContentType: contentType) == boundary)
    }

    @Test func `survives twenty thousand damaged forms`() {
        var generator = SplitMix(state: 7_578)
        let whole =
            bytes("--x7\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nGülnarə\r\n")
            + bytes("--x7\r\nContent-Disposition: form-data; name=\"f\"; filename=\"i%C5%9F\\\"\\\\.csv\"\r\n")
            + bytes("Content-Type: text/csv\r\n\r\n1;2\r\n3;4\r\n--x7--\r\n")
        let pieces = [
            "\r\n", "\r", "--x7", "\r\n--x7", "--", "\"", "\\", ";", "=", ":", "%", "%2", "name=", "\0", "\r\n\r\n",
        ]
        var readable = 0
        for _ in 0..<20_000 {
            var damaged = whole
            for _ in 0..<Int.random(in: 1...6, using: &generator) where !damaged.isEmpty {
                let place = Int.random(in: damaged.indices, using: &generator)
                let end = min(damaged.count, place + Int.random(in: 0...12, using: &generator))
                switch Int.random(in: 0..<5, using: &generator) {
                case 0: damaged[place] = UInt8.random(in: 0...255, using: &generator)
                case 1: damaged.removeSubrange(place..<end)
                case 2: damaged.removeSubrange(place...)
                case 3: damaged.insert(contentsOf: damaged[place..<end], at: place)
                default: damaged.insert(contentsOf: bytes(pieces.randomElement(using: &generator) ?? ""), at: place)
                }
            }
            if let form = try? MultipartForm(bytes: damaged, boundary: "x7") {
                readable += 1
                #expect(form.parts.count <= 20)
                #expect(form.parts.reduce(0) { $0 + $1.bytes.count } < damaged.count)
            }
            _ = MultipartForm.boundary(inContentType: String(decoding: damaged.suffix(60), as: UTF8.self))
        }
        // Neither all nor none: the damage reaches every part of the parser.
        #expect((500...15_000).contains(readable))
    }

    @Test(arguments: ["\r", "\r\n", "\r\n--", "\r\n--xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "-", "\r\n\r\n"])
    func `takes time in proportion to the length`(piece: String) {
        let boundary = String(repeating: "x", count: 70)
        let start = bytes("--\(boundary)\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n")
        let clock = ContinuousClock()
        func time(_ length: Int) -> Duration {
            let body = start + bytes(String(repeating: piece, count: length / piece.utf8.count))
            return clock.measure { _ = try? MultipartForm(bytes: body, boundary: boundary) }
        }
        var (short, long) = (Duration.seconds(60), Duration.seconds(60))
        // The quickest of several, as many as it takes: other tests run beside this one.
        for round in 1...20 where round <= 3 || long >= short * 40 + .milliseconds(20) {
            (short, long) = (min(short, time(40_000)), min(long, time(400_000)))
        }

        // Ten times the length; a hundred times the time would be quadratic.
        #expect(long < short * 40 + .milliseconds(20))
    }
}

private func bytes(_ text: String) -> [UInt8] { [UInt8](text.utf8) }

private func body(disposition: String) -> [UInt8] {
    bytes("--x\r\nContent-Disposition: \(disposition)\r\n\r\ntext\r\n--x--\r\n")
}

/// Steele, Lea and Flood's SplitMix64: the same damage at every run.
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
