import Testing

/// Pass-or-fail tests that catIrt decided, with the items in a given order.
struct ClassificationFile: Decodable {
    struct Run: Decodable, CustomTestStringConvertible {
        struct Result: Decodable {
            let id, length: Int
            let decision, term: String
            let theta: Double
            let robust: Bool
        }
        let bank, rule: String
        let cut, alpha, beta: Double
        let delta: Double?
        let nMin, nMax: Int
        let results: [Result]

        var model: String { bank.contains("3pl") ? "3pl" : "2pl" }
        var testDescription: String { "\(rule) \(model) cut \(cut) delta \(delta ?? 0)" }

        var order: [Int] {
            get throws { try ClassificationFile.read().itemOrder[model]?[cut == 0 ? "cut0" : "cut05"] ?? [] }
        }
    }
    let itemOrder: [String: [String: [Int]]]
    let runs: [Run]

    static func read() throws -> ClassificationFile {
        try ReferenceNumbers.decode(ClassificationFile.self, from: "classification")
    }
}
