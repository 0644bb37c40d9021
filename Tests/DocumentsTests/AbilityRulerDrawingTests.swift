import Testing

@testable import Documents

struct AbilityRulerDrawingTests {
    @Test(arguments: [
        ([0.25, 0.5, 0.75], ["1", "2", "3", "4"]),
        ([0.1, 0.25, 0.5, 0.75], ["", "1", "2", "3", "4"]),
        ([-3, 0.5, 7], ["1", "2", "3", "4"]),
    ])
    func `has a band between every two cuts`(cuts: [Double], names: [String]) {
        var ruler = AbilityRulerDrawing.sample("")
        ruler.levelNames = ["1", "2", "3", "4"]
        ruler.cutPositions = cuts

        #expect(ruler.bands.map(\.name) == names)
        #expect(ruler.bands.first?.start == 0)
        #expect(ruler.bands.last?.end == 1)
        #expect(zip(ruler.bands, ruler.bands.dropFirst()).allSatisfy { $0.end == $1.start })
    }

    @Test func `draws what lies outside at the end`() throws {
        var certificate = CertificateDocument.sample
        certificate.rulers = [.sample("Kənarda", at: 9), .sample("Kənarda", at: -9), .sample("Heç nə", at: .nan)]

        #expect(try !certificate.pdf(created: morning).isEmpty)
    }
}
