import Testing
import UseCases

struct PasswordHashTests {
    /// Made by Python: `hashlib.scrypt(password, salt=salt, n=1 << ln, r=r, p=p, dklen=32)`.
    ///
    /// The first is RFC 7914's own.
    @Test(arguments: [
        (
            "pleaseletmein",
            "$scrypt$ln=14,r=8,p=1$U29kaXVtQ2hsb3JpZGU$cCO9yzr9c0hGHAbNgf046/2o+7qQT44+qbVD9lRdofI"
        ),
        (
            "şəhərin 12 qapısı",
            "$scrypt$ln=15,r=8,p=3$AAECAwQFBgcICQoLDA0ODw$NpVm4vpt36QoHfWgAUTqC/w3YxI9VagQtsQc3pIrMwM"
        ),
    ])
    func `agrees with another program`(password: String, encoded: String) throws {
        let hash = try #require(PasswordHash(encoded: encoded))

        #expect(hash.encoded == encoded)
        #expect(try hash.verify(password: password))
        #expect(try !hash.verify(password: password + " "))
    }

    @Test func `makes the standard cost unless told otherwise`() throws {
        let hash = try PasswordHash.make(password: "pleaseletmein")

        #expect(hash.encoded.hasPrefix("$scrypt$ln=15,r=8,p=3$"))
        #expect(!hash.needsRaise(to: .standard))
    }

    @Test func `gives equal passwords different hashes`() throws {
        let one = try PasswordHash.make(password: "Nəsimi-1369", cost: .forTests)
        let other = try PasswordHash.make(password: "Nəsimi-1369", cost: .forTests)

        #expect(one.encoded != other.encoded)
        #expect(try one.verify(password: "Nəsimi-1369"))
        #expect(try other.verify(password: "Nəsimi-1369"))
    }

    @Test(arguments: [
        ("s\u{327}if\u{131}r", "\u{15F}ifır", true),  // ş typed in two ways
        ("iki söz", "iki\u{A0}söz", true),
        ("x²", "x2", false), ("Bilik", "bilik", false), ("I", "ı", false), ("a\0b", "a", false),
        (String(repeating: "a", count: 100_000), String(repeating: "a", count: 99_999), false),
    ])
    func `takes for equal only what looks equal`(stored: String, typed: String, isEqual: Bool) throws {
        let hash = try PasswordHash.make(password: stored, cost: .forTests)

        #expect(try hash.verify(password: typed) == isEqual)
        #expect(try hash.verify(password: stored))
    }

    @Test func `has no empty password`() throws {
        #expect(throws: PasswordHashError.emptyPassword) { try PasswordHash.make(password: "", cost: .forTests) }
        #expect(try !PasswordHash.make(password: "x", cost: .forTests).verify(password: ""))
    }

    @Test func `asks to be raised when any part of the cost is below`() throws {
        let hash = try PasswordHash.make(password: "x", cost: .forTests)

        #expect(hash.needsRaise(to: .standard))
        #expect(!hash.needsRaise(to: .forTests))
        #expect(hash.needsRaise(to: try #require(ScryptCost(rounds: 16, blockSize: 8, parallelism: 2))))
        #expect(!hash.needsRaise(to: try #require(ScryptCost(rounds: 8, blockSize: 8, parallelism: 1))))
    }

    @Test(arguments: [
        "", "x", "$scrypt$", "$scrypt$ln=4,r=8,p=1$$", "$bcrypt$ln=15,r=8,p=3$AAECAwQFBgcICQoLDA0ODw$AAAA",
        "$scrypt$ln=15,r=8,p=3$AAECAwQFBgcICQoLDA0ODw$NpVm4vpt36QoHfWgAUTqC",
        "$scrypt$ln=63,r=8,p=3$AAECAwQFBgcICQoLDA0ODw$NpVm4vpt36QoHfWgAUTqC/w3YxI9VagQtsQc3pIrMwM",
        "$scrypt$ln=15,r=8,p=0$AAECAwQFBgcICQoLDA0ODw$NpVm4vpt36QoHfWgAUTqC/w3YxI9VagQtsQc3pIrMwM",
        "$scrypt$ln=15,r=9999999999999999999,p=3$AAECAwQFBgcICQoLDA0ODw$NpVm4vpt36QoHfWgAUTqC/w3YxI9VagQtsQc3pIrMwM",
        "$scrypt$ln=+15,r=8,p=3$AAECAwQFBgcICQoLDA0ODw$NpVm4vpt36QoHfWgAUTqC/w3YxI9VagQtsQc3pIrMwM",
        "$scrypt$ln=15,r=8,p=3$AAECAwQFBgcICQoLDA0ODw$NpVm4vpt36QoHfWgAUTqC/w3YxI9VagQtsQc3pIrMwM$",
        "$scrypt$ln=15,r=8,p=3$AAECAwQFBgcICQoLDA0ODw==$NpVm4vpt36QoHfWgAUTqC/w3YxI9VagQtsQc3pIrMwM",
    ])
    func `refuses a damaged row`(encoded: String) {
        #expect(PasswordHash(encoded: encoded) == nil)
    }

    @Test(arguments: [
        (0, 8, 1), (1, 8, 1), (3, 8, 1), (1 << 21, 8, 1), (16, 0, 1), (16, 17, 1), (16, 8, 0), (16, 8, 17),
        (1 << 16, 1, 1),
    ])
    func `refuses a cost that cannot be computed`(rounds: Int, blockSize: Int, parallelism: Int) {
        #expect(ScryptCost(rounds: rounds, blockSize: blockSize, parallelism: parallelism) == nil)
    }

    @Test(arguments: [(2, 1, 1), (2, 16, 1), (16, 16, 16), (1 << 15, 1, 1)])
    func `computes every cost it allows`(rounds: Int, blockSize: Int, parallelism: Int) throws {
        let cost = try #require(ScryptCost(rounds: rounds, blockSize: blockSize, parallelism: parallelism))

        #expect(try PasswordHash.make(password: "x", cost: cost).verify(password: "x"))
    }

    @Test func `never shows itself`() throws {
        let hash = try PasswordHash.make(password: "x", cost: .forTests)

        #expect("\(hash) \([hash])" == "PasswordHash(redacted) [PasswordHash(redacted)]")
    }
}
