import Testing
import UseCases

struct SecretTokenTests {
    @Test func `comes back from its text`() throws {
        for _ in 0..<200 {
            let token = SecretToken()
            let text = token.text

            #expect(text.utf8.count == 43)
            #expect(
                text.utf8.allSatisfy {
                    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8.contains($0)
                })
            let read = try #require(SecretToken(text: text))
            #expect(read == token)
            #expect(read.hashed == token.hashed)
            #expect(token.matches(hashed: read.hashed))
        }
    }

    @Test func `is different every time`() {
        let tokens = (0..<100).map { _ in SecretToken() }

        #expect(Set(tokens.map(\.text)).count == 100)
        #expect(tokens[0] != tokens[1])
        #expect(!tokens[0].matches(hashed: tokens[1].hashed))
        #expect(!tokens[0].matches(hashed: []))
    }

    @Test func `is stored as the SHA-256 of its bytes`() throws {
        let token = try #require(SecretToken(text: String(repeating: "A", count: 43)))

        // printf '%064d' | xxd -r -p | sha256sum
        let expected = "66687aadf862bd776c8fc18b8e9f8e20089714856ee233b3902a591d0d5f2925"
        #expect(token.hashed.map { hexadecimal($0) }.joined() == expected)
    }

    @Test(arguments: [
        "", "A", String(repeating: "A", count: 42), String(repeating: "A", count: 44),
        String(repeating: "A", count: 42) + "B",  // the two last bits belong to no byte
        String(repeating: "A", count: 42) + "+", String(repeating: "A", count: 42) + "=",
        String(repeating: "A", count: 42) + " ", String(repeating: "ə", count: 43),
        String(repeating: "A", count: 41) + "ə",
    ])
    func `refuses what is no token`(text: String) {
        #expect(SecretToken(text: text) == nil)
    }

    @Test func `never shows itself`() {
        struct Session { let token: SecretToken }
        let session = Session(token: SecretToken())
        var dumped = ""
        dump(session, to: &dumped)

        for shown in ["\(session)", "\(session.token)", String(reflecting: session), dumped] {
            #expect(shown.contains("SecretToken(redacted)"))
            #expect(!shown.contains(session.token.text))
            #expect(!shown.contains("bytes"))
        }
    }
}

private func hexadecimal(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
}
