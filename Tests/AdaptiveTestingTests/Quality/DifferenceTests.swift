import AdaptiveTesting
import Foundation
import Testing

@Suite struct `Differences between groups` {
    private static let outside = CalibrationReference.outside

    @Test(.enabled(if: outside != nil, "BILIK_REFERENCE names no folder with the real answers"))
    func `agree with difR and psych on real answers`() throws {
        let answers = try VerbalAnswers.read()
        let expected = try DifferenceFile.read()
        let comparison = try answers.comparison

        for (index, item) in comparison.mantelHaenszel().enumerated() {
            let item = try #require(item)
            #expect(abs(item.chiSquare - expected.MH_continuityCorrected.chi2[index]) < 1e-5)
            #expect(abs(item.oddsRatio - expected.MH_continuityCorrected.alphaMH[index]) < 1e-5)
            #expect(abs(item.delta - expected.MH_continuityCorrected.deltaMH[index]) < 1e-4)
        }
        for (index, item) in comparison.mantelHaenszel(correctsContinuity: false).enumerated() {
            #expect(abs(try #require(item).chiSquare - expected.MH_noCorrection.chi2[index]) < 1e-5)
        }
        for (index, item) in comparison.purifiedMantelHaenszel().enumerated() {
            let item = try #require(item)
            #expect(abs(item.chiSquare - expected.MH_purified.chi2[index]) < 1e-5)
            #expect(abs(item.oddsRatio - expected.MH_purified.alphaMH[index]) < 1e-5)
            #expect(item.isSignificant == expected.MH_purified.flagged.contains(index + 1))
        }
        for (index, item) in comparison.logistic().enumerated() {
            let item = try #require(item)
            #expect(abs(item.either - expected.logistic.both_LR[index]) < 1e-5)
            #expect(abs(item.uniform - expected.logistic.udif_LR[index]) < 1e-5)
            #expect(abs(item.nonuniform - expected.logistic.nudif_LR[index]) < 1e-5)
            #expect(abs(item.explainedShare - expected.logistic.deltaR2_both[index]) < 1e-5)
            #expect(item.isSignificant == expected.logistic.flagged_both.contains(index + 1))
        }
        let classical = try #require(ClassicalStatistics(answers.matrix))
        #expect(abs(try #require(classical.alpha) - expected.ctt.alpha) < 1e-6)
        for index in classical.shares.indices {
            #expect(abs(classical.shares[index] - expected.ctt.itemMean[index]) < 1e-6)
            #expect(
                abs(try #require(classical.correctedItemTotals[index]) - expected.ctt.correctedItemTotal[index]) < 1e-6)
        }
    }

    /// Item 3 is a logit harder for the focal group, who are less able besides.
    @Test(arguments: [false, true])
    func `are found in the item that has one, and in no other`(byStrata: Bool) throws {
        var generator = SeededGenerator(seed: 21)
        let items = try bank(of: 20, seed: 4).map(\.parameters)
        var matrix = ResponseMatrix(itemCount: 20)
        var isFocal: [Bool] = []
        var strata: [Int] = []
        for person in 0..<4000 {
            isFocal.append(person % 2 == 0)
            let ability = generator.normal() - (person % 2 == 0 ? 0.4 : 0)
            strata.append(Int((2 * ability).rounded()))
            let answers = try items.enumerated().map { index, item in
                let harder = index == 3 && person % 2 == 0 ? 1 / item.discrimination : 0
                let own = try ItemParameters.twoParameter(
                    discrimination: item.discrimination, difficulty: item.difficulty + harder)
                return (item: index, correct: simulateAnswer(parameters: own, ability: ability, using: &generator))
            }
            matrix.append(answers)
        }
        let comparison = try GroupComparison(
            matrix, isFocal: isFocal, matching: byStrata ? .strata(strata) : .score)

        let found = comparison.purifiedMantelHaenszel()
        #expect(found[3]?.category == .large)
        #expect(try #require(found[3]).delta < -1.5)
        #expect(found.enumerated().allSatisfy { $0 == 3 || $1?.category == .negligible })
        #expect(comparison.logistic()[3]?.isSignificant == true)
    }

    @Test func `need two groups`() throws {
        var matrix = ResponseMatrix(itemCount: 1)
        matrix.append([(item: 0, correct: true)])

        #expect(throws: GroupComparisonError.oneGroup) { try GroupComparison(matrix, isFocal: [true]) }
        #expect(throws: GroupComparisonError.groupsForOtherPeople) { try GroupComparison(matrix, isFocal: []) }
    }

    @Test func `classical statistics need complete answers`() throws {
        var matrix = ResponseMatrix(itemCount: 2)
        matrix.append([(item: 0, correct: true)])

        #expect(ClassicalStatistics(matrix) == nil)
    }
}

private struct VerbalAnswers: Decodable {
    struct Verbal: Decodable {
        let group: String
        let responses: [String]
    }
    let verbal: Verbal

    static func read() throws -> VerbalAnswers {
        let folder = try #require(CalibrationReference.outside)
        return try CalibrationReference.decode(VerbalAnswers.self, from: folder.appendingPathComponent("dif.json"))
    }

    var matrix: ResponseMatrix { CalibrationReference.matrix(verbal.responses) }

    var comparison: GroupComparison {
        get throws { try GroupComparison(matrix, isFocal: verbal.group.map { $0 == "1" }) }
    }
}

private struct DifferenceFile: Decodable {
    struct MantelHaenszel: Decodable {
        let chi2, alphaMH: [Double]
        let flagged: [Int]
    }
    struct Corrected: Decodable {
        let chi2, alphaMH, deltaMH: [Double]
    }
    struct Uncorrected: Decodable {
        let chi2: [Double]
    }
    struct Logistic: Decodable {
        let both_LR, udif_LR, nudif_LR, deltaR2_both: [Double]
        let flagged_both: [Int]
    }
    struct Classical: Decodable {
        let alpha: Double
        let itemMean, correctedItemTotal: [Double]
    }
    struct Verbal: Decodable {
        let MH_continuityCorrected: Corrected
        let MH_noCorrection: Uncorrected
        let MH_purified: MantelHaenszel
        let logistic: Logistic
        let ctt: Classical
    }
    let verbal: Verbal

    static func read() throws -> Verbal {
        let url = CalibrationReference.folder.appendingPathComponent("dif.json")
        return try CalibrationReference.decode(DifferenceFile.self, from: url).verbal
    }
}
