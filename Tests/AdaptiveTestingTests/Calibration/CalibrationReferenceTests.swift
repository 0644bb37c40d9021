import AdaptiveTesting
import Testing

@Suite struct `Calibration agrees with independent programs` {
    @Test func `parameters, likelihood and standard errors agree with mirt and TAM`() async throws {
        let expected = try CalibrationReference.synthetic().mirt_2PL
        let responses = try CalibrationReference.syntheticResponses()

        let found = try await ItemCalibration(model: .twoParameter).calibrate(responses)

        #expect(found.hasConverged)
        #expect(abs(found.logLikelihood - expected.logLik) < 1e-4)
        for (index, item) in found.items.enumerated() {
            let item = try #require(item)
            let errors = try #require(item.errors)
            #expect(abs(item.discrimination - expected.a[index]) < 1e-5)
            #expect(abs(item.difficulty - expected.b[index]) < 1e-5)
            #expect(abs(errors.discrimination / expected.se_a[index] - 1) < 0.001)
            #expect(abs(errors.difficulty / expected.se_b[index] - 1) < 0.001)
        }
    }

    /// mirt's Rasch model frees the variance and keeps the slope at one: the same model on another scale.
    @Test func `the common slope is the deviation of a Rasch model's abilities`() async throws {
        let expected = try CalibrationReference.synthetic().mirt_Rasch

        let found = try await ItemCalibration(model: .oneParameter).calibrate(CalibrationReference.syntheticResponses())

        #expect(abs(found.logLikelihood - expected.logLik) < 1e-3)
        for (item, difficulty) in zip(found.items, expected.b) {
            let item = try #require(item)
            #expect(abs(item.discrimination * item.discrimination - expected.latentVar) < 1e-4)
            #expect(abs(item.difficulty * item.discrimination - difficulty) < 1e-4)
        }
    }

    @Test(
        .enabled(if: CalibrationReference.outside != nil, "BILIK_REFERENCE names no folder with the real answers"),
        arguments: [CalibrationModel.oneParameter, .twoParameter])
    func `real answers give mirt's parameters`(model: CalibrationModel) async throws {
        let expected = try CalibrationReference.real()
        for (name, responses) in try CalibrationReference.realResponses() {
            let numbers = try #require(expected[name])
            let items = model == .oneParameter ? numbers.items_1PL : numbers.items_2PL

            let found = try await ItemCalibration(model: model).calibrate(responses)

            let logLikelihood = model == .oneParameter ? numbers.logLik_1PL : numbers.logLik_2PL
            #expect(abs(found.logLikelihood - logLikelihood) < 1e-4, "\(name)")
            for (index, item) in found.items.enumerated() {
                #expect(abs(try #require(item).discrimination - items.a[index]) < 1e-5, "\(name)")
                #expect(abs(try #require(item).difficulty - items.b[index]) < 1e-5, "\(name)")
            }
        }
    }
}
