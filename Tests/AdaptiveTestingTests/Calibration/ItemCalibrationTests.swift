import AdaptiveTesting
import Testing

@Suite struct `Calibrating items` {
    @Test(arguments: CalibrationModel.allCases)
    func `finds the highest point of the likelihood, and how sharp it is`(model: CalibrationModel) async throws {
        let simulated = try SimulatedResponses(
            items: 6, people: 1500, guessing: model == .threeParameter ? 0.2 : 0, seed: 3)
        var calibration = ItemCalibration(model: model)
        if model == .threeParameter {
            calibration.priors = Array(repeating: .guessingAroundOneFifth, count: 6)
        }

        let found = try await calibration.calibrate(simulated.matrix)

        #expect(found.hasConverged)
        let top = try await Peak(found, of: simulated.matrix, priors: calibration.priors)
        let first = try #require(found.items[0]?.errors)
        #expect(abs(try await top.slopeByDifficulty(ofItem: 0)) < 1e-3)
        // No standard error is smaller than the one with all else known.
        let conditional = (-1 / (try await top.curvatureByDifficulty(ofItem: 0))).squareRoot()
        #expect(first.difficulty > 0.99 * conditional)
        #expect(first.difficulty < 6 * conditional)
    }

    @Test func `standard errors say how far the estimates are from the truth`() async throws {
        var standardized: [Double] = []
        for seed in 1...4 {
            let simulated = try SimulatedResponses(items: 20, people: 500, perPerson: 10, seed: UInt64(seed))
            let found = try await ItemCalibration(model: .twoParameter).calibrate(simulated.matrix)
            for (item, truth) in zip(found.items, simulated.items) {
                let item = try #require(item)
                let errors = try #require(item.errors)
                standardized.append((item.difficulty - truth.difficulty) / errors.difficulty)
                standardized.append((item.discrimination - truth.discrimination) / errors.discrimination)
            }
        }
        #expect(abs(rootMeanSquare(standardized) - 1) < 0.15)
    }

    @Test func `anchors stay, and the population's mean and deviation are found`() async throws {
        let population = Prior(mean: 0.8, standardDeviation: 1.3)
        let simulated = try SimulatedResponses(
            items: 20, people: 1500, perPerson: 15, population: population, seed: 5)
        var calibration = ItemCalibration(model: .twoParameter)
        for index in 0..<10 { calibration.anchors[index] = simulated.items[index] }

        let found = try await calibration.calibrate(simulated.matrix)

        #expect(abs(found.population.mean - 0.8) < 0.12)
        #expect(abs(found.population.standardDeviation - 1.3) < 0.12)
        for (index, item) in found.items.enumerated() {
            let item = try #require(item)
            #expect(item.isAnchor == (index < 10))
            if item.isAnchor { #expect(item.parameters == simulated.items[index]) }
            #expect(abs(item.difficulty - simulated.items[index].difficulty) < 0.4)
        }
    }

    @Test func `guessing is found when a prior helps`() async throws {
        let simulated = try SimulatedResponses(items: 12, people: 2000, guessing: 0.25, seed: 8)
        var calibration = ItemCalibration(model: .threeParameter)
        calibration.priors = Array(repeating: .guessingAroundOneFifth, count: 12)

        let found = try await calibration.calibrate(simulated.matrix)

        let guessing = found.items.compactMap { $0?.guessing }
        #expect(abs(guessing.reduce(0, +) / 12 - 0.25) < 0.06)
        #expect(found.items.allSatisfy { $0?.errors?.guessing != nil })
    }

    @Test func `any number of threads gives the same bits`() async throws {
        let simulated = try SimulatedResponses(items: 8, people: 9000, perPerson: 4, seed: 9)
        var calibration = ItemCalibration(model: .twoParameter)
        let alone = try await calibration.calibrate(simulated.matrix)
        calibration.parallelism = 3
        let together = try await calibration.calibrate(simulated.matrix)

        #expect(alone.items == together.items)
        #expect(alone.logLikelihood == together.logLikelihood)
    }

    @Test func `rows that stand for many people count as many`() async throws {
        var apart = ResponseMatrix(itemCount: 3)
        var together = ResponseMatrix(itemCount: 3)
        for (pattern, people) in [("110", 30), ("100", 25), ("000", 20), ("111", 40), ("011", 9), ("101", 12)] {
            let answers = pattern.enumerated().map { (item: $0.offset, correct: $0.element == "1") }
            together.append(answers, people: Double(people))
            for _ in 0..<people { apart.append(answers) }
        }
        let one = try await ItemCalibration(model: .oneParameter).calibrate(apart)
        let other = try await ItemCalibration(model: .oneParameter).calibrate(together)

        #expect(abs(one.logLikelihood - other.logLikelihood) < 1e-8)
    }

    @Test func `an item answered in one way only has no estimate, unless a prior holds it`() async throws {
        let simulated = try SimulatedResponses(items: 10, people: 300, seed: 12)
        var matrix = ResponseMatrix(itemCount: 11)
        for row in 0..<simulated.matrix.rowCount {
            matrix.append(Array(simulated.matrix.answers(inRow: row)) + [(item: 10, correct: true)])
        }
        var calibration = ItemCalibration(model: .twoParameter)
        let without = try await calibration.calibrate(matrix)
        calibration.priors = Array(
            repeating: ItemPrior(
                difficulty: .standard, logDiscrimination: Prior(mean: 0.1, standardDeviation: 0.3)), count: 11)
        let with = try await calibration.calibrate(matrix)

        #expect(without.items[10] == nil)
        #expect(without.items[..<10].allSatisfy { $0 != nil })
        #expect(try #require(with.items[10]).difficulty < -1.5)
    }

    @Test func `a wrong key shows as a negative discrimination`() async throws {
        let simulated = try SimulatedResponses(items: 12, people: 1000, seed: 13)
        var matrix = ResponseMatrix(itemCount: 12)
        for row in 0..<simulated.matrix.rowCount {
            matrix.append(
                simulated.matrix.answers(inRow: row).map { ($0.item, $0.item == 4 ? !$0.correct : $0.correct) })
        }
        let found = try await ItemCalibration(model: .twoParameter).calibrate(matrix)

        #expect(try #require(found.items[4]).discrimination < 0)
        #expect(found.items[4]?.parameters == nil)
    }

    /// Ten people, whom the second item tells apart without fail.
    @Test func `answers too few for the model end all the same, with finite numbers`() async throws {
        var matrix = ResponseMatrix(itemCount: 4)
        for pattern in ["0000", "1000", "0010", "1100", "1101", "1111", "0111", "1110", "0000", "1111"] {
            matrix.append(pattern.enumerated().map { (item: $0.offset, correct: $0.element == "1") })
        }
        var calibration = ItemCalibration(model: .twoParameter)
        calibration.cycleLimit = 300

        let found = try await calibration.calibrate(matrix)

        #expect(found.items.allSatisfy { $0?.discrimination.isFinite == true && $0?.difficulty.isFinite == true })
    }

    @Test func `nothing to estimate is said`() async throws {
        let nobody = ResponseMatrix(itemCount: 2)
        var alike = ResponseMatrix(itemCount: 1)
        alike.append([(item: 0, correct: true)])

        for matrix in [nobody, alike] {
            await #expect(throws: CalibrationError.nothingToEstimate) {
                try await ItemCalibration(model: .twoParameter).calibrate(matrix)
            }
        }
    }
}

/// The likelihood around an estimate, by differences.
private struct Peak {
    let items: [ItemParameters]
    let responses: ResponseMatrix

    init(_ found: Calibration, of responses: ResponseMatrix, priors: [ItemPrior]) async throws {
        items = try found.items.map { try #require($0?.parameters) }
        self.responses = responses
    }

    func slopeByDifficulty(ofItem item: Int) async throws -> Double {
        let step = 1e-3
        return try await (value(item, moved: step) - value(item, moved: -step)) / (2 * step)
    }

    func curvatureByDifficulty(ofItem item: Int) async throws -> Double {
        let step = 1e-2
        return try await (value(item, moved: step) - 2 * value(item, moved: 0) + value(item, moved: -step))
            / (step * step)
    }

    private func value(_ item: Int, moved: Double) async throws -> Double {
        var items = items
        items[item] = try ItemParameters(
            discrimination: items[item].discrimination, difficulty: items[item].difficulty + moved,
            guessing: items[item].guessing)
        return await responses.marginalLogLikelihood(under: items)
    }
}
