import Testing
import UseCases

struct PasswordHasherTests {
    @Test func `hashes and compares`() async throws {
        let hasher = PasswordHasher(cost: .forTests)
        let hash = try await hasher.hash("Füzuli-1494")

        #expect(try await hasher.verify("Füzuli-1494", against: hash))
        #expect(try await !hasher.verify("Füzuli-1495", against: hash))
        await #expect(throws: PasswordHashError.emptyPassword) { try await hasher.hash("") }
    }

    @Test func `serves everyone who waits`() async throws {
        let hasher = PasswordHasher(cost: .forTests)
        let hash = try await hasher.hash("right")

        let answers = try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<100 {
                group.addTask { try await hasher.verify(number.isMultiple(of: 2) ? "right" : "wrong", against: hash) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers.count == 100)
        #expect(answers.filter { $0 }.count == 50)
    }

    @Test func `turns away those beyond the line, and serves again afterwards`() async throws {
        let slow = try #require(ScryptCost(rounds: 1 << 14, blockSize: 8, parallelism: 1))
        let hasher = PasswordHasher(cost: slow, width: 1, mostWaiting: 3)

        let refusals = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<12 {
                group.addTask {
                    do throws(PasswordHashError) {
                        try await hasher.verifyAgainstNobody("anything")
                        return false
                    } catch {
                        return error == .tooManyWaiting
                    }
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect((1...9).contains(refusals))
        try await hasher.verifyAgainstNobody("anything")
    }

    @Test func `spends as much on an unknown name as on a wrong password`() async throws {
        let cost = try #require(ScryptCost(rounds: 1 << 14, blockSize: 8, parallelism: 1))
        let hasher = PasswordHasher(cost: cost)
        let hash = try await hasher.hash("right")

        let clock = ContinuousClock()
        // The quickest of several, for other tests share the processors.
        var known = Duration.seconds(60)
        var unknown = Duration.seconds(60)
        for _ in 0..<5 {
            known = min(known, try await clock.measure { _ = try await hasher.verify("wrong", against: hash) })
            unknown = min(unknown, try await clock.measure { try await hasher.verifyAgainstNobody("wrong") })
        }
        #expect((0.5...2).contains(unknown / known))
    }
}
