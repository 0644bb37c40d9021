import AdaptiveTesting
import Foundation
import Testing

/// Whole tests that catR and mirtCAT gave to recorded people.
struct ReplayFile: Decodable {
    struct Run: Decodable, CustomTestStringConvertible {
        struct Result: Decodable {
            let id: Int
            let items: [Int]
            let theta, se: [Double]
        }
        let label, bank, itemSelect, estimator, stop: String
        let parInt: [Double]
        let results: [Result]

        var testDescription: String { "\(label) \(bank)" }
        var model: String { bank.contains("3pl") ? "3pl" : "2pl" }

        var grid: AbilityGrid { AbilityGrid(over: parInt[0]...parInt[1], count: Int(parInt[2])) }

        var design: TestDesign {
            get throws {
                let length = Int(stop.split(separator: " ")[1]) ?? 0
                let stopping =
                    stop.contains("se")
                    ? StoppingRule.whenStandardErrorFalls(below: 0.3, atLeast: 0, atMost: length) : .afterItems(length)
                let estimators: [String: AbilityEstimator] = ["EAP": .eap, "BM": .map, "WL": .wle]
                return TestDesign(
                    selection: SelectionRule(rawValue: itemSelect.lowercased()) ?? .random,
                    estimator: estimators[estimator] ?? .jeffreys, stopping: stopping)
            }
        }
    }
    let runs: [Run]
}

struct BenchReplayFile: Decodable {
    struct Result: Decodable {
        let items: [Int]
        let theta, se: Double
    }
    let results: [Result]
}

private struct ExamineeFile: Decodable {
    struct Examinee: Decodable {
        let id: Int
        let responses: String
    }
    let examinees: [Examinee]
}

private struct BenchBankFile: Decodable {
    let a, b, trueTheta: [Double]
}

extension ReferenceNumbers {
    static func replays() throws -> [ReplayFile.Run] {
        try decode(ReplayFile.self, from: "replay").runs
    }

    /// The answers of each person to all items, in the order of the items.
    static func examinees(_ model: String) throws -> [Int: [Bool]] {
        let examinees = try decode(ExamineeFile.self, from: "replay_examinees_\(model)").examinees
        return Dictionary(uniqueKeysWithValues: examinees.map { ($0.id, $0.responses.map { $0 == "1" }) })
    }

    static func pool(_ model: String, grid: AbilityGrid = .standard) throws -> ItemPool {
        let items = try bank(model).map { number, parameters in
            Item(id: itemID(number), parameters: parameters, content: ContentTag(competency: "A", level: 0))
        }
        return ItemPool(items, grid: grid)
    }

    /// 500 items, of which item i belongs to area (i − 1) mod 4, and 200 people's abilities.
    static func bench(grid: AbilityGrid = .standard) throws -> (pool: ItemPool, abilities: [Double]) {
        let file = try decode(BenchBankFile.self, from: "bench_bank_500")
        let items = try file.a.indices.map { index in
            Item(
                id: itemID(index + 1),
                parameters: try .twoParameter(discrimination: file.a[index], difficulty: file.b[index]),
                content: ContentTag(competency: ["A", "B", "C", "D"][index % 4], level: 0))
        }
        return (ItemPool(items, grid: grid), file.trueTheta)
    }

    /// Ids in which the order of letters is the order of numbers.
    static func itemID(_ number: Int) -> ItemID { ItemID(String(1000 + number)) }

    static func number(of id: ItemID) -> Int { (Int(id.value) ?? 0) - 1000 }
}
