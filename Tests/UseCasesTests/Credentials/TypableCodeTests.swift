import Testing
import UseCases

struct TypableCodeTests {
    @Test(arguments: [
        "7QK4-M2XD-9TRB", "7qk4-m2xd-9trb", "7QK4M2XD9TRB", " 7QK4 M2XD 9TRB\n", "7QK4–M2XD—9TRB",
        "7QK4\u{A0}M2XD\u{2011}9TRB",
        "7-Q-K-4-M-2-X-D-9-T-R-B", "7QК4-М2ХD-9ТRВ",  // К М Х Т В of the Russian keyboard
    ])
    func `forgives case, dashes, blanks and keyboards`(typed: String) throws {
        let code = try #require(VerificationCode(typed: typed))

        #expect(code.text == "7QK4-M2XD-9TRB")
        #expect(code == VerificationCode(typed: code.text))
    }

    @Test(arguments: ["O1I1-0000-LlIi", "o1i1-oooo-1ı1İ", "0111-ОООО-1111", "0111-0000-1i\u{307}11"])
    func `reads letters that look like digits as the digits`(typed: String) throws {
        #expect(try #require(VerificationCode(typed: typed)).text == "0111-0000-1111")
    }

    @Test(arguments: [
        "", "7QK4-M2XD-9TR", "7QK4-M2XD-9TRB-5", "7QK4-M2XD-9TRU", "7QK4-M2XD-9TR!", "7QK4-M2XD-9TRƏ", "7QK4.M2XD.9TRB",
        String(repeating: "A", count: 100_000), String(repeating: "-", count: 100_000),
    ])
    func `refuses what is no code`(typed: String) {
        #expect(VerificationCode(typed: typed) == nil)
        #expect(ActivationCode(typed: typed) == nil)
        #expect(RecoveryCode(typed: typed) == nil)
    }

    @Test func `draws every symbol about equally often`() {
        var counts: [Character: Int] = [:]
        for _ in 0..<2_000 {
            let code = VerificationCode()
            #expect(VerificationCode(typed: code.text) == code)
            for symbol in code.text where symbol != "-" { counts[symbol, default: 0] += 1 }
        }

        // 24,000 symbols: 750 of each are expected, with a standard deviation of 27.
        #expect(Set(counts.keys) == Set("0123456789ABCDEFGHJKMNPQRSTVWXYZ"))
        #expect(counts.values.allSatisfy { (550...950).contains($0) })
    }

    @Test func `an activation code is found by what was typed`() throws {
        let code = ActivationCode()
        let typed = try #require(ActivationCode(typed: code.text.lowercased().replacing("-", with: " ")))

        #expect(typed.hashed == code.hashed)
        #expect(code.hashed.count == 32)
        #expect(code.hashed != ActivationCode().hashed)
    }

    @Test func `gives ten recovery codes of four groups`() throws {
        let codes = RecoveryCode.freshSet()

        #expect(codes.count == 10)
        #expect(Set(codes.map(\.hashed)).count == 10)
        for code in codes {
            #expect(code.text.split(separator: "-").map(\.count) == [4, 4, 4, 4])
            #expect(try #require(RecoveryCode(typed: code.text)).hashed == code.hashed)
        }
    }

    @Test func `shows public codes and hides secret ones`() {
        let activation = ActivationCode()
        let verification = VerificationCode()

        #expect("\(verification)" == verification.text)
        #expect("\([activation])" == "[ActivationCode(redacted)]")
        #expect("\(RecoveryCode.freshSet())".contains("RecoveryCode(redacted)"))
    }
}
