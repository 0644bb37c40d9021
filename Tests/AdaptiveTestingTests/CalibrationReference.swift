import AdaptiveTesting
import Foundation

/// Calibrations by mirt and TAM, and the answers they were made from.
enum CalibrationReference {
    static func syntheticResponses() throws -> ResponseMatrix {
        let file = try decode(
            ResponsesFile.self, from: folder.appendingPathComponent("calibration_responses_40x2000.json"))
        return matrix(file.responses)
    }

    static func synthetic() throws -> SyntheticFile.Result {
        let file = try decode(SyntheticFile.self, from: folder.appendingPathComponent("calibration_synthetic.json"))
        return file.results.calib_2pl_40x2000
    }

    static func real() throws -> [String: RealFile.Converged] {
        let file = try decode(RealFile.self, from: folder.appendingPathComponent("calibration_real.json"))
        return file.results.mapValues(\.converged)
    }

    /// The folder with answers whose licence keeps them out of this repository, if the environment names it.
    static let outside = ProcessInfo.processInfo.environment["BILIK_REFERENCE"].map { URL(fileURLWithPath: $0) }

    static func realResponses() throws -> [String: ResponseMatrix] {
        guard let outside else { return [:] }
        let file = try decode(
            RealResponsesFile.self, from: outside.appendingPathComponent("calibration_real_responses.json"))
        return file.sets.mapValues { matrix($0.patterns, people: $0.freq) }
    }

    static func decode<File: Decodable>(_ type: File.Type, from url: URL) throws -> File {
        try JSONDecoder().decode(type, from: Data(contentsOf: url))
    }

    static var folder: URL { Bundle.module.bundleURL.appendingPathComponent("Reference") }

    /// Each pattern is one row, a point standing for an answer that was not given.
    static func matrix(_ patterns: [String], people: [Double]? = nil) -> ResponseMatrix {
        var matrix = ResponseMatrix(itemCount: patterns.first?.utf8.count ?? 0)
        for (row, pattern) in patterns.enumerated() {
            let answers = pattern.enumerated().filter { $0.element != "." }
                .map { (item: $0.offset, correct: $0.element == "1") }
            matrix.append(answers, people: people?[row] ?? 1)
        }
        return matrix
    }
}

struct ResponsesFile: Decodable {
    let responses: [String]
}

struct RealResponsesFile: Decodable {
    struct Answers: Decodable {
        let patterns: [String]
        let freq: [Double]
    }
    let sets: [String: Answers]
}

struct SyntheticFile: Decodable {
    struct Results: Decodable {
        let calib_2pl_40x2000: Result
    }
    struct Result: Decodable {
        let mirt_2PL: TwoParameter
        let mirt_Rasch: Rasch
    }
    struct TwoParameter: Decodable {
        let logLik: Double
        let a, b, se_a, se_b: [Double]
    }
    struct Rasch: Decodable {
        let logLik: Double
        let b: [Double]
        let latentVar: Double
    }
    let results: Results
}

struct RealFile: Decodable {
    struct Items: Decodable {
        let a, b: [Double]
    }
    struct Converged: Decodable {
        let logLik_1PL, logLik_2PL: Double
        let items_1PL, items_2PL: Items
    }
    struct Result: Decodable {
        let converged: Converged
    }
    let results: [String: Result]
}
