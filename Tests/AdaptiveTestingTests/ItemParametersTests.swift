import AdaptiveTesting
import Testing

@Suite struct `Item parameters` {
    @Test(arguments: [
        (0.0, 0.0, 0.0, ItemParametersError.discrimination(0)), (-1, 0, 0, .discrimination(-1)),
        (.infinity, 0, 0, .discrimination(.infinity)), (1, .infinity, 0, .difficulty(.infinity)),
        (1, 0, -0.1, .guessing(-0.1)), (1, 0, 1, .guessing(1)),
    ])
    func `are refused when no model allows them`(a: Double, b: Double, c: Double, error: ItemParametersError) {
        #expect(throws: error) { try ItemParameters(discrimination: a, difficulty: b, guessing: c) }
    }

    @Test(arguments: [0, 0.2, 1.1, -0.5]) func `are refused with a ceiling outside the guessing and one`(d: Double) {
        #expect(throws: ItemParametersError.ceiling(d)) {
            try ItemParameters(discrimination: 1, difficulty: 0, guessing: 0.2, ceiling: d)
        }
    }

    @Test(arguments: [(Double.nan, 0.0, 0.0), (1, .nan, 0), (1, 0, .nan)])
    func `are refused when they are not numbers`(a: Double, b: Double, c: Double) {
        #expect(throws: ItemParametersError.self) {
            try ItemParameters(discrimination: a, difficulty: b, guessing: c)
        }
    }

    @Test func `have the simpler models as special cases`() throws {
        let full = try ItemParameters(discrimination: 1, difficulty: 0.5, guessing: 0)

        #expect(try ItemParameters.rasch(difficulty: 0.5) == full)
        #expect(try ItemParameters.twoParameter(discrimination: 1, difficulty: 0.5) == full)
    }

    @Test(arguments: [0, 0.2]) func `give finite numbers far from the difficulty`(guessing: Double) throws {
        let item = try ItemParameters(discrimination: 4, difficulty: 0, guessing: guessing)

        #expect(item.probability(ofSuccessAt: -1000) == guessing)
        #expect(item.probability(ofSuccessAt: 1000) == 1)
        #expect(item.information(at: -1000) == 0)
        #expect(item.information(at: 1000) == 0)
    }
}
