import Foundation
import Testing

/// What the calibration commands promise: the shapes of their JSON, and the numbers of independent programs.
@Suite struct CalibrationCommandTests {
    private static let reference = "\(Program.repository)/Tests/AdaptiveTestingTests/Reference"

    private struct Calibrated: Decodable {
        struct Item: Decodable {
            let id: Int
            let a, b, c, seA, seB: Double?
        }
        let logLikelihood: Double
        let items: [Item]
        let mean, variance: Double
        let cycles: Int
    }

    private func decode<Value: Decodable>(_ type: Value.Type, _ run: Program.Run) throws -> Value {
        try JSONDecoder().decode(type, from: Data(run.output.utf8))
    }

    /// Sixty people, four items of rising difficulty; everybody fails the fifth.
    private static let answers: [String] = (0..<60).map { person in
        let score = (person * 7) % 5
        return (0..<4).map { item in (item < score) != ((person + item) % 9 == 0) ? "1" : "0" }.joined() + "0"
    }

    private func json(_ answers: [String], _ more: String = "") -> String {
        "{\"responses\": [\(answers.map { "\"\($0)\"" }.joined(separator: ", "))]\(more)}"
    }

    @Test func `calibrate gives mirt's numbers`() async throws {
        let program = try Program()
        defer { program.remove() }

        let run = try await program.run(
            "calibrate", "--responses", "\(Self.reference)/calibration_responses_40x2000.json", "--model", "2pl",
            "--json")

        #expect(run.errors == "")
        let found = try decode(Calibrated.self, run)
        #expect(abs(found.logLikelihood + 42974.36961) < 1e-3)
        #expect(found.items.map(\.id) == Array(1...40))
        #expect(abs(try #require(found.items[1].a) - 1.794966) < 1e-4)
        #expect(abs(try #require(found.items[1].b) + 0.068193) < 1e-4)
        #expect(abs(try #require(found.items[1].seA) / 0.09769 - 1) < 0.02)
        #expect(found.mean == 0)
        #expect(found.variance == 1)
    }

    @Test func `calibrate keeps anchors, and leaves out what nobody got right`() async throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(json(Self.answers), to: "answers.json")
        try program.write("{\"items\": [{\"id\": 2, \"a\": 1.1, \"b\": -0.3}]}", to: "anchors.json")

        let run = try await program.run(
            "calibrate", "--responses", "answers.json", "--model", "1pl", "--anchors", "anchors.json", "--json")

        #expect(run.errors == "")
        let found = try decode(Calibrated.self, run)
        #expect(found.items[1].a == 1.1)
        #expect(found.items[1].seA == nil)
        #expect(found.items[4].b == nil)
        #expect(found.variance != 1)
    }

    @Test func `plain lines give what JSON gives`() async throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(json(Self.answers), to: "answers.json")
        try program.write(Self.answers.joined(separator: "\n"), to: "answers.txt")

        let runs = [
            try await program.run("calibrate", "--responses", "answers.json", "--model", "1pl", "--json"),
            try await program.run("calibrate", "--responses", "answers.txt", "--model", "1pl", "--json"),
        ]

        #expect(runs[0].status == 0)
        #expect(runs[0].output == runs[1].output)
    }

    @Test func `items fit, dif and link print a table and JSON`() async throws {
        let program = try Program()
        defer { program.remove() }
        let answers = Self.answers.map { String($0.dropLast()) }
        let group = (0..<60).map { $0 % 2 == 0 ? "0" : "1" }.joined()
        try program.write(json(answers, ", \"group\": \"\(group)\""), to: "answers.json")

        let fit = try await program.run("items", "fit", "--responses", "answers.json", "--model", "1pl")
        let fitJSON = try await program.run("items", "fit", "--responses", "answers.json", "--model", "1pl", "--json")
        let difference = try await program.run("items", "dif", "--responses", "answers.json", "--json")
        let link = try await program.run("items", "link", "--forms", "\(Self.reference)/linking.json", "--json")

        #expect(fit.status == 0)
        #expect(fit.output.split(separator: "\n").count == 5)
        #expect(fitJSON.output.contains("\"S_X2\""))
        #expect(fitJSON.output.contains("\"infit\""))
        #expect(difference.errors == "")
        #expect(difference.output.contains("\"MH_continuityCorrected\""))
        let constants = try decode(Linked.self, link).constants
        #expect(abs((constants["Stocking-Lord"]?.A ?? 0) - 1.11858346) < 1e-3)
        #expect(abs((constants["mean-sigma"]?.B ?? 0) - 0.45756231) < 1e-5)
    }

    private struct Linked: Decodable {
        struct Constants: Decodable {
            let A, B: Double
        }
        let constants: [String: Constants]
    }

    @Test(arguments: [
        ("{\"responses\": [\"01\", \"0\"]}", "row 2 has 1 answers for 2 items"),
        ("{\"responses\": [\"07\"]}", "write 1 for right, 0 for wrong"),
        ("{\"responses\": [\"11\", \"11\"]}", "each needs answers both right and wrong"),
        ("{\"one\": {\"responses\": [\"01\"]}, \"two\": {\"responses\": [\"01\"]}}", "name one with --set"),
        ("{}", "lacks `responses`"),
        ("0110\n01\n", "line 2 has 2 answers for 4 items"),
        ("0110\n01x0\n", "line 2 holds “x”"),
    ])
    func `a faulty file is named with its mend`(text: String, words: String) async throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(text, to: "answers.json")

        let run = try await program.run("calibrate", "--responses", "answers.json")

        #expect(run.status != 0)
        #expect(run.errors.contains(words), "\(run.errors)")
    }
}
