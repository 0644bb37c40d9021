import Documents
import Testing

struct QRCodeTests {
    @Test(arguments: [
        "1", "https://bilik.example.az/v/7QK4-M2XD", "HTTPS://BILIK.AZ/7QK4M2XD9TRB", "Şəfəq İsmayılova",
        "31415926535897932384626433832795", "Проверка",
    ])
    func `reads back as the text it was made of`(text: String) throws {
        #expect(try QRReader(QRCode(text).modules).text() == text)
    }

    @Test func `has finders in three corners and timing lines between them`() throws {
        let modules = try QRCode("https://bilik.example.az/verify/7QK4-M2XD-9TRB").modules
        let last = modules.count - 7
        let finder = ["#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######"]

        #expect(modules.allSatisfy { $0.count == modules.count })
        #expect((modules.count - 17) % 4 == 0)
        for (top, left) in [(0, 0), (0, last), (last, 0)] {
            let square = modules[top..<(top + 7)].map { row in
                String(row[left..<(left + 7)].map { $0 ? "#" : "." })
            }
            #expect(square == finder)
        }
        for step in 8..<(modules.count - 8) {
            #expect(modules[6][step] == (step % 2 == 0))
            #expect(modules[step][6] == (step % 2 == 0))
        }
    }

    @Test(arguments: [
        ("", QRCodeError.emptyText), ("a\0b", .textHoldsNUL),
        (String(repeating: "ə", count: 1166), .textTooLong(bytes: 2332)),
    ])
    func `refuses what it cannot carry`(text: String, refusal: QRCodeError) {
        #expect(throws: refusal) { try QRCode(text) }
    }

    @Test func `takes the longest text`() throws {
        #expect(try QRCode(String(repeating: "ə", count: 1165) + "a").modules.count == 177)
    }

    @Test func `draws one path inside a quiet zone of four`() throws {
        let code = try QRCode("1")
        let svg = code.svg(moduleSize: 5, label: "Kod: <\"A&B\">")

        #expect(code.modules.count == 21)
        #expect(svg.contains("viewBox=\"0 0 29 29\" width=\"145\" height=\"145\""))
        #expect(svg.contains("role=\"img\" aria-label=\"Kod: &lt;&quot;A&amp;B&quot;&gt;\""))
        #expect(svg.matches(of: #/<path /#).count == 1)
        #expect(!svg.contains("style"))
        #expect(svg.contains("d=\"M4 4h7v1h-7z"))
    }

    @Test func `its path covers exactly the dark squares`() throws {
        let code = try QRCode("https://bilik.example.az/verify/7QK4-M2XD-9TRB")
        var drawn = code.modules.map { $0.map { _ in false } }
        for run in code.svg(moduleSize: 1, label: "").matches(of: #/M(\d+) (\d+)h(\d+)v1h-(\d+)z/#) {
            let numbers = try [run.1, run.2, run.3, run.4].map { try #require(Int($0)) }
            #expect(numbers[2] == numbers[3])
            for column in numbers[0]..<(numbers[0] + numbers[2]) { drawn[numbers[1] - 4][column - 4] = true }
        }

        #expect(drawn == code.modules)
    }
}
