import Foundation
import Testing

/// What the measurement commands promise: the shapes of their JSON, and the numbers of independent programs.
@Suite struct MeasurementCommandTests {
    private static let reference = "\(Program.repository)/Tests/AdaptiveTestingTests/Reference"

    private struct Score: Decodable {
        let id: Int
        let ability, standardError: Double
        let boundary: Bool
    }

    private struct Simulated: Decodable {
        struct Summary: Decodable {
            let meanLength, maxExposure, overlap, unusedShare, cpuMillisecondsPerItem: Double
            let rmse, bias, accuracy, accuracyFar, predictedAccuracy: Double?
            let blueprintViolations: Int
        }
        struct Result: Decodable {
            let id: Int
            let items: [Int]
            let ability, standardError: Double
            let abilities, standardErrors: [Double]?
            let decision: String?
            let reason: String
        }
        let summary: Summary
        let results: [Result]
    }

    private struct Verdict: Decodable {
        let id: String
        let decision: String
        let length: Int
    }

    private func decode<Value: Decodable>(_ type: Value.Type, _ run: Program.Run) throws -> Value {
        try JSONDecoder().decode(type, from: Data(run.output.utf8))
    }

    @Test func `score reads abilities from patterns and from graded answers`() async throws {
        let program = try Program()
        defer { program.remove() }
        func score(_ model: String, _ more: String...) async throws -> [Score] {
            let run = try await program.start(
                [
                    "score", "--bank", "\(Self.reference)/bank_\(model).json", "--responses",
                    "\(Self.reference)/patterns_\(model).json", "--json",
                ] + more
            ).ended()
            #expect(run.errors == "")
            return try decode([Score].self, run)
        }
        let coarse = try await score("2pl", "--grid", "33", "--range", "-4:4")
        let modes = try await score("3pl", "--estimator", "ml", "--range", "-4:4")
        let graded = try await score("grm")

        #expect(abs((coarse.first?.ability ?? 0) - 0.13673426031) < 1e-8)
        #expect(abs((coarse.first?.standardError ?? 0) - 0.50034086616) < 1e-8)
        #expect(modes.filter(\.boundary).map(\.id).contains(22))
        #expect(abs((graded.first?.ability ?? 0) - 1.8510492021) < 1e-8)
        #expect(coarse.count == 60 && modes.count == 30 && graded.count == 10)
    }

    @Test func `simulate repeats mirtCAT's tests`() async throws {
        let program = try Program()
        defer { program.remove() }
        let run = try await program.run(
            "simulate", "--bank", "\(Self.reference)/bench_bank_500.json", "--responses",
            "\(Self.reference)/bench_responses_200x500.json", "--grid", "61", "--stop", "se:0.30,items:30", "--trace",
            "--json")
        let found = try decode(Simulated.self, run)

        #expect(found.results.first?.items.prefix(5) == [240, 188, 293, 316, 214])
        #expect(abs((found.results.first?.ability ?? 0) - 0.4081401) < 1e-5)
        #expect(found.results.allSatisfy { $0.abilities?.count == $0.items.count })
        #expect(abs(found.summary.meanLength - 18.91) < 0.005)
        #expect(abs((found.summary.rmse ?? 0) - 0.2921) < 0.0001)
        #expect(found.summary.accuracy == nil)
    }

    @Test func `simulate keeps the cap and the shares, and repeats itself`() async throws {
        let program = try Program()
        defer { program.remove() }
        func run() async throws -> Simulated {
            let run = try await program.run(
                "simulate", "--bank", "\(Self.reference)/bench_bank_500.json", "--examinees", "100", "--seed", "5",
                "--stop", "pass:0.95,cut:-0.5,min:10,items:30", "--max-exposure", "0.20", "--blueprint",
                "A=0.25,B=0.25,C=0.25,D=0.25", "--json")
            #expect(run.errors == "")
            return try decode(Simulated.self, run)
        }
        let (one, other) = (try await run(), try await run())

        #expect(one.summary.maxExposure <= 0.2)
        #expect(one.summary.blueprintViolations == 0)
        #expect((one.summary.accuracy ?? 0) > 0.8)
        #expect(one.results.map(\.items) == other.results.map(\.items))
        #expect(Set(one.results.compactMap(\.decision)) == ["pass", "fail"])
    }

    @Test func `classify decides like catIrt, with ids as they were given`() async throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(
            #"{"items": [{"id": "x", "a": 1.5, "b": 0}, {"id": "y", "a": 1.2, "b": 0.5}, {"id": "z", "b": -1}]}"#,
            to: "bank.json")
        try program.write(
            #"{"examinees": [{"id": "p", "responses": "111"}, {"id": "q", "responses": [0, null, 0]}]}"#,
            to: "answers.json")
        try program.write(#"["z", "x", "y"]"#, to: "order.json")
        let run = try await program.run(
            "classify", "--bank", "bank.json", "--responses", "answers.json", "--order", "order.json", "--rule", "sprt",
            "--cut", "-0.5", "--delta", "0.1", "--min", "1", "--json")
        let verdicts = try decode([Verdict].self, run)

        #expect(verdicts.map(\.id) == ["p", "q"])
        #expect(verdicts.map(\.decision) == ["pass", "fail"])
        #expect(verdicts.map(\.length) == [3, 2])
    }

    @Test(arguments: [
        (["simulate", "--bank", "bank.json"], "Say who takes the test"),
        (["simulate", "--bank", "none.json", "--examinees", "5"], "none.json cannot be read"),
        (["simulate", "--bank", "bank.json", "--examinees", "5", "--stop", "se:0"], "--stop: items is missing"),
        (["simulate", "--bank", "bank.json", "--examinees", "5", "--blueprint", "A"], "not of the form area=share"),
        (
            [
                "simulate", "--bank", "bank.json", "--examinees", "5", "--stop", "items:6", "--blueprint",
                "A=0.5,B=0.5",
            ], "3 items of A are needed, 1 can be had; write 2 more"
        ),
        (["score", "--bank", "bank.json", "--responses", "bank.json"], "bank.json lacks `responses`"),
        (["score", "--bank", "bank.json", "--responses", "short.json"], "2 answers of 1 for 3 items"),
        (["score", "--bank", "bank.json", "--responses", "short.json", "--range", "4:-4"], "is no range"),
    ])
    func `a mistake is named with its mend`(arguments: [String], message: String) async throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(
            """
            {"items": [{"id": 1, "a": 1, "b": 0, "content": "A"}, {"id": 2, "a": 1, "b": 0, "content": "B"},
             {"id": 3, "a": 1, "b": 0, "content": "B"}]}
            """, to: "bank.json")
        try program.write(#"["01"]"#, to: "short.json")
        let run = try await program.start(arguments).ended()

        #expect(run.status == 1)
        #expect(run.errors.contains(message), "\(run.errors)")
    }

    @Test func `an exam is audited, and refused where its bank is too small`() async throws {
        let program = try Program()
        defer { program.remove() }
        func audit(_ more: String...) async throws -> Program.Run {
            try await program.start(
                ["exam", "audit", "personal-data", "--examinees", "100"] + more + Program.content
            ).ended()
        }
        let plain = try await audit("--accuracy", "0.5")
        let strict = try await audit("--accuracy", "0.999")

        #expect(plain.status == 0, "\(plain.errors)")
        #expect(plain.output.contains("certifies only through a balanced form of fixed length"))
        #expect(strict.status == 1)
        #expect(strict.errors.contains("must not be published"))
    }
}
