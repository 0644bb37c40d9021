import AdaptiveTesting
import Foundation
import Testing

@Suite struct `Linking two calibrations` {
    @Test(arguments: LinkingMethod.allCases)
    func `agrees with equateIRT`(method: LinkingMethod) throws {
        let file = try CalibrationReference.decode(
            LinkingFile.self, from: CalibrationReference.folder.appendingPathComponent("linking.json"))
        let expected = try #require(file.constants[method.rawValue])
        let tolerance = [.haebara, .stockingLord].contains(method) ? 1e-4 : 1e-6

        let link = try Linking(from: file.common("Y"), to: file.common("X")).link(by: method)

        #expect(abs(link.slope - expected.slope) < tolerance)
        #expect(abs(link.intercept - expected.intercept) < tolerance)
    }

    @Test(arguments: LinkingMethod.allCases)
    func `finds a change of scale that is the only difference`(method: LinkingMethod) throws {
        let items = try bank(of: 12, guessing: 0.2).map(\.parameters)
        let truth = ScaleLink(slope: 1.3, intercept: -0.4)

        let link = try Linking(from: items, to: items.map { try truth.parameters($0) }).link(by: method)

        #expect(abs(link.slope - 1.3) < 1e-8)
        #expect(abs(link.intercept + 0.4) < 1e-8)
    }

    @Test func `says when the items cannot tell`() throws {
        let item = try ItemParameters.rasch(difficulty: 0.5)

        #expect(throws: LinkingError.unpaired) { try Linking(from: [item], to: []) }
        #expect(throws: LinkingError.tooFewItems(needed: 1)) { try Linking(from: [], to: []) }
        let one = try Linking(from: [item], to: [item])
        #expect(throws: LinkingError.tooFewItems(needed: 2)) { try one.link(by: .meanSigma) }
        let alike = try Linking(from: [item, item], to: [item, item])
        #expect(throws: LinkingError.noSpread) { try alike.link(by: .meanSigma) }
    }
}

private struct LinkingFile: Decodable {
    struct Item: Decodable {
        let item: String
        let a, b: Double
    }
    struct Constants: Decodable {
        let slope, intercept: Double

        enum CodingKeys: String, CodingKey {
            case slope = "A"
            case intercept = "B"
        }
    }
    let forms: [String: [Item]]
    let constants: [String: Constants]

    /// The parameters on one form of the items that both forms hold.
    func common(_ form: String) throws -> [ItemParameters] {
        let shared = Set(try #require(forms["X"]).map(\.item)).intersection(try #require(forms["Y"]).map(\.item))
        return try #require(forms[form]).filter { shared.contains($0.item) }.sorted { $0.item < $1.item }
            .map { try .twoParameter(discrimination: $0.a, difficulty: $0.b) }
    }
}
