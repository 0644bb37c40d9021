import Testing

@testable import UseCases

struct TimeBasedCodeTests {
    /// The secret of RFC 6238, appendix B.
    private let published = TimeBasedCode(secret: [UInt8]("12345678901234567890".utf8))

    @Test(arguments: [
        (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (1_234_567_890, "89005924"),
        (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
    ])
    func `agrees with the vectors of RFC 6238`(seconds: Int, code: String) throws {
        let published = try #require(published)
        let step = TimeBasedCode.step(atSecondsSince1970: seconds)

        #expect(published.code(atStep: step, digits: 8) == code)
        #expect(published.code(atStep: step) == String(code.suffix(6)))
        #expect(published.matchedStep(for: String(code.suffix(6)), atSecondsSince1970: seconds, after: nil) == step)
    }

    @Test(arguments: [
        (-61, false), (-31, false), (-30, true), (0, true), (29, true), (59, true), (60, false), (90, false),
    ])
    func `forgives one step either way`(secondsOff: Int, isRight: Bool) throws {
        let published = try #require(published)
        let start = 1_111_111_110

        let matched = published.matchedStep(
            for: published.code(atStep: TimeBasedCode.step(atSecondsSince1970: start)),
            atSecondsSince1970: start + secondsOff, after: nil)

        #expect((matched != nil) == isRight)
        if isRight { #expect(matched == start / 30) }
    }

    @Test func `takes no code twice, nor one older than the last`() throws {
        let published = try #require(published)
        let now = 2_000_000_000
        let step = now / 30

        #expect(published.matchedStep(for: published.code(atStep: step), atSecondsSince1970: now, after: step) == nil)
        #expect(
            published.matchedStep(for: published.code(atStep: step - 1), atSecondsSince1970: now, after: step) == nil)
        #expect(
            published.matchedStep(for: published.code(atStep: step), atSecondsSince1970: now, after: step - 1) == step)
        #expect(
            published.matchedStep(for: published.code(atStep: step + 1), atSecondsSince1970: now, after: step) == step
                + 1)
    }

    @Test(arguments: ["", "12345", "1234567", "abcdef", "２７９０３７", "27903٧"])
    func `refuses what is no code`(typed: String) throws {
        #expect(try #require(published).matchedStep(for: typed, atSecondsSince1970: 2_000_000_000, after: nil) == nil)
    }

    @Test func `forgives the blank in the middle`() throws {
        let published = try #require(published)

        #expect(published.matchedStep(for: " 279 037 ", atSecondsSince1970: 2_000_000_000, after: nil) == 66_666_666)
    }

    @Test(arguments: [
        ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"),
        ("foobar", "MZXW6YTBOI"),
    ])
    func `agrees with the base32 vectors of RFC 4648`(plain: String, encoded: String) {
        #expect(Base32.text(of: [UInt8](plain.utf8)) == encoded)
        #expect(Base32.bytes(of: encoded) == [UInt8](plain.utf8))
        #expect(Base32.bytes(of: encoded.lowercased() + "==") == [UInt8](plain.utf8))
    }

    @Test(arguments: ["1", "M", "MZ1", "MZXW6Y", "MZXW6Ə", "GEZDGNBV"])
    func `refuses what is no secret`(base32: String) {
        #expect(TimeBasedCode(base32: base32) == nil)
    }

    @Test func `comes back from its text`() throws {
        let code = TimeBasedCode()

        #expect(code.secret.count == 20)
        #expect(code.base32.count == 32)
        #expect(try #require(TimeBasedCode(base32: code.base32)).secret == code.secret)
        #expect(!"\(code)".contains(code.base32))
    }

    @Test func `writes the address that apps scan`() throws {
        let uri = try #require(published).uri(account: "leyla@dövlət.az", issuer: "Bilik: sınaq")

        #expect(
            uri
                == "otpauth://totp/Bilik%3A%20s%C4%B1naq:leyla%40d%C3%B6vl%C9%99t.az"
                + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                + "&issuer=Bilik%3A%20s%C4%B1naq&algorithm=SHA1&digits=6&period=30"
        )
    }
}
