import AdaptiveTesting
import Foundation
import Testing

@Suite struct `Fit of items, model and people` {
    @Test(
        .enabled(if: CalibrationReference.outside != nil, "BILIK_REFERENCE names no folder with the real answers"),
        arguments: [("LSAT7 2PL", CalibrationModel.twoParameter), ("LSAT7 Rasch", .oneParameter)])
    func `agrees with mirt on real answers`(name: String, model: CalibrationModel) async throws {
        let expected = try FitFile.read(name)
        let responses = try #require(try CalibrationReference.realResponses()["LSAT7"])
        let fitted = try #require(
            try await FittedModel(ItemCalibration(model: model).calibrate(responses), model: model))

        for (index, fit) in fitted.scoreFit(of: responses).enumerated() {
            #expect(abs(fit.chiSquare - expected.S_X2[index]) < 1e-3)
            #expect(fit.degreesOfFreedom == expected.df[index])
            #expect(abs(fit.probability - expected.p[index]) < 1e-4)
            #expect(abs(fit.approximationError - expected.RMSEA[index]) < 1e-4)
        }
        let whole = try #require(fitted.limitedInformationFit(of: responses))
        #expect(abs(whole.statistic - expected.M2.M2) < 1e-2)
        #expect(whole.degreesOfFreedom == expected.M2.df)
        #expect(abs(whole.probability - expected.M2.p) < 1e-3)
        #expect(abs(whole.approximationError - expected.M2.RMSEA) < 1e-3)
        let strongest = try #require(fitted.localDependence(in: responses).first)
        #expect(abs(abs(strongest.correlation) - expected.Q3_maxOffDiag) < 1e-2)
    }

    @Test(arguments: [nil, 8])
    func `is good where the model holds, and bad in the item where it does not`(perPerson: Int?) async throws {
        var simulated = try SimulatedResponses(items: 16, people: 2000, perPerson: perPerson, seed: 31)
        let good = FittedModel(items: simulated.items, model: .twoParameter)
        for fit in good.residualFit(of: simulated.matrix) {
            #expect(abs(try #require(fit).standardizedInfit) < 3.5)
            #expect(abs(try #require(fit).standardizedOutfit) < 3.5)
        }
        simulated.items[2] = try .twoParameter(
            discrimination: simulated.items[2].discrimination * 2.5, difficulty: simulated.items[2].difficulty)

        let bad = FittedModel(items: simulated.items, model: .twoParameter).residualFit(of: simulated.matrix)
        #expect(try #require(bad[2]).standardizedInfit > 4)
        #expect(bad.enumerated().allSatisfy { $0 == 2 || abs($1?.standardizedInfit ?? 9) < 4 })
    }

    @Test func `two copies of a question depend on each other`() throws {
        let simulated = try SimulatedResponses(items: 15, people: 1000, seed: 33)
        var matrix = ResponseMatrix(itemCount: 16)
        for row in 0..<simulated.matrix.rowCount {
            let answers = Array(simulated.matrix.answers(inRow: row))
            let first = answers.first { $0.item == 0 }?.correct ?? false
            matrix.append(answers + [(item: 15, correct: first)])
        }
        let fitted = FittedModel(items: simulated.items + [simulated.items[0]], model: .twoParameter)

        let strongest = try #require(fitted.localDependence(in: matrix).first)
        #expect(strongest.first == 0)
        #expect(strongest.second == 15)
        #expect(strongest.correlation > 0.8)
    }

    @Test func `of people is that of a normal deviate, and low for answers upside down`() throws {
        let simulated = try SimulatedResponses(items: 40, people: 500, seed: 34)
        var values: [Double] = []
        for (row, ability) in simulated.abilities.enumerated() {
            let answers = simulated.matrix.answers(inRow: row).map { (simulated.items[$0.item], $0.correct) }
            values.append(try #require(PersonFit.standardizedLogLikelihood(of: answers, at: ability)))
            guard abs(ability) < 1 else { continue }
            let upsideDown = simulated.items.map { ($0, $0.difficulty > ability) }
            #expect(try #require(PersonFit.standardizedLogLikelihood(of: upsideDown, at: ability)) < -3)
        }
        #expect(abs(values.reduce(0, +) / 500) < 0.15)
        #expect(abs(rootMeanSquare(values) - 1) < 0.12)
    }

    @Test(arguments: [
        (3.841458820694124, 1, 0.05), (5.991464547107979, 2, 0.05), (11.07049769, 5, 0.05), (18.307038, 10, 0.05),
        (0, 3, 1), (2, 0, 1),
    ])
    func `chi-square has its known tails`(value: Double, degrees: Int, probability: Double) {
        #expect(abs(ChiSquare.tail(of: value, degreesOfFreedom: degrees) - probability) < 1e-8)
    }
}

private struct FitFile: Decodable {
    struct Whole: Decodable {
        let M2: Double
        let df: Int
        let p, RMSEA: Double
    }
    struct Result: Decodable {
        let S_X2: [Double]
        let df: [Int]
        let p, RMSEA: [Double]
        let M2: Whole
        let Q3_maxOffDiag: Double
    }
    let results: [String: Result]

    static func read(_ name: String) throws -> Result {
        let url = CalibrationReference.folder.appendingPathComponent("itemfit.json")
        return try #require(try CalibrationReference.decode(FitFile.self, from: url).results[name])
    }
}
