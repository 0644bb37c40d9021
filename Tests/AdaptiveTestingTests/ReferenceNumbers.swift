import AdaptiveTesting
import Foundation

/// The numbers of independent programs that stand in `Reference/`.
enum ReferenceNumbers {
    static func bank(_ model: String) throws -> [Int: ItemParameters] {
        let items = try decode(BankFile.self, from: "bank_\(model)").items
        return Dictionary(
            uniqueKeysWithValues: try items.map {
                ($0.id, try ItemParameters(discrimination: $0.a, difficulty: $0.b, guessing: $0.c, ceiling: $0.d))
            })
    }

    static func gradedBank() throws -> [GradedParameters] {
        try decode(GradedBankFile.self, from: "bank_grm").items.map {
            try GradedParameters(discrimination: $0.a, thresholds: $0.b)
        }
    }

    static func patterns(_ model: String) throws -> [PatternFile.Pattern] {
        try decode(PatternFile.self, from: "patterns_\(model)").patterns
    }

    static func gradedPatterns() throws -> [[Int]] {
        try decode(GradedPatternFile.self, from: "patterns_grm").patterns.map {
            $0.responses.compactMap(\.wholeNumberValue)
        }
    }

    static func abilities(_ model: String) throws -> [Int: AbilityFile.Result] {
        let results = try decode(AbilityFile.self, from: "ability_\(model)").results
        return Dictionary(uniqueKeysWithValues: results.map { ($0.id, $0) })
    }

    static func information(_ model: String) throws -> InformationFile {
        try decode(InformationFile.self, from: "information_\(model)")
    }

    static func decode<File: Decodable>(_ type: File.Type, from name: String) throws -> File {
        let folder = Bundle.module.bundleURL.appendingPathComponent("Reference")
        return try JSONDecoder().decode(type, from: Data(contentsOf: folder.appendingPathComponent("\(name).json")))
    }
}

private struct BankFile: Decodable {
    struct Item: Decodable {
        let id: Int
        let a, b, c, d: Double
    }
    let items: [Item]
}

private struct GradedBankFile: Decodable {
    struct Item: Decodable {
        let a: Double
        let b: [Double]
    }
    let items: [Item]
}

struct PatternFile: Decodable {
    struct Pattern: Decodable {
        let id: Int
        let items, responses: [Int]
    }
    let patterns: [Pattern]
}

private struct GradedPatternFile: Decodable {
    struct Pattern: Decodable {
        let responses: String
    }
    let patterns: [Pattern]
}

struct AbilityFile: Decodable {
    struct Estimate: Decodable {
        let theta, se: Double
    }
    struct Mode: Decodable {
        let theta, se: Double
        let boundary: Bool
    }
    struct Result: Decodable {
        let id: Int
        let coarse, fine: Estimate
        let map, ml, wle: Mode

        enum CodingKeys: String, CodingKey {
            case id
            case coarse = "EAP_33"
            case fine = "EAP_121"
            case map = "MAP"
            case ml = "ML"
            case wle = "WLE"
        }
    }
    let results: [Result]
}

struct GradedAbilityFile: Decodable {
    struct Result: Decodable {
        let fine, map: AbilityFile.Estimate

        enum CodingKeys: String, CodingKey {
            case fine = "EAP_121"
            case map = "MAP_raw"
        }
    }
    let results: [Result]
}

struct InformationFile: Decodable {
    let theta: [Double]
    let probabilities, information: [[Double]]

    enum CodingKeys: String, CodingKey {
        case theta
        case probabilities = "P"
        case information = "I"
    }
}
