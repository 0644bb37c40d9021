import Oversight
import Testing

@Suite struct GatheredShareTests {
    @Test(arguments: [
        // One small unit beside large ones: the sum leaves it out, or the difference would give it away.
        ([Share(part: 4, whole: 10), Share(part: 2, whole: 3)], Withheld.shown(Share(part: 4, whole: 10))),
        // Two small ones hide each other.
        (
            [Share(part: 4, whole: 10), Share(part: 2, whole: 3), Share(part: 0, whole: 2)],
            .shown(Share(part: 6, whole: 15))
        ),
        ([Share(part: 2, whole: 4), Share(part: 1, whole: 4)], .shown(Share(part: 3, whole: 8))),
        ([Share(part: 2, whole: 4)], .tooFew),
        ([], .tooFew),
        ([Share(part: 4, whole: 10), .none], .shown(Share(part: 4, whole: 10))),
    ])
    func `a sum never points at what is withheld below it`(units: [Share], shown: Withheld<Share>) {
        #expect(GatheredShare(gathering: units.map(GatheredShare.init(of:))).shown == shown)
    }

    @Test func `what one agency leaves out enters the state's sum together with another's`() {
        let one = GatheredShare(
            gathering: [Share(part: 4, whole: 10), Share(part: 2, whole: 3)].map(GatheredShare.init(of:)))
        let other = GatheredShare(gathering: [Share(part: 1, whole: 2)].map(GatheredShare.init(of:)))

        #expect(GatheredShare(gathering: [one]).shown == .shown(Share(part: 4, whole: 10)))
        #expect(GatheredShare(gathering: [one, other]).shown == .shown(Share(part: 7, whole: 15)))
    }
}
