import AdaptiveTesting
import Testing

@Suite struct `The state of an item` {
    @Test(arguments: [
        (ItemState.draft, ItemEvidence(isReviewed: false), ItemState.draft),
        (.draft, ItemEvidence(answers: 500), .fromAuthor),
        (.fromAuthor, ItemEvidence(answers: 14), .fromAuthor),
        (.fromAuthor, ItemEvidence(answers: 15), .provisional),
        (.provisional, ItemEvidence(answers: 199, difficultyError: 0.2), .provisional),
        (.provisional, ItemEvidence(answers: 200, difficultyError: 0.4), .provisional),
        (.provisional, ItemEvidence(answers: 200), .provisional),
        (.provisional, ItemEvidence(answers: 200, difficultyError: 0.3), .operational),
        (.provisional, ItemEvidence(answers: 900, difficultyError: 0.1, flags: [.misfit]), .watched),
        (.operational, ItemEvidence(answers: 250, difficultyError: 0.3), .operational),
        (.operational, ItemEvidence(answers: 250, difficultyError: 0.5), .operational),
        (.operational, ItemEvidence(answers: 250, difficultyError: 0.3, flags: [.drift]), .watched),
        (.watched, ItemEvidence(answers: 400, difficultyError: 0.2, answersUnderWatch: 199), .watched),
        (.watched, ItemEvidence(answers: 400, difficultyError: 0.2, answersUnderWatch: 200), .operational),
        (.watched, ItemEvidence(answers: 220, difficultyError: 0.5, answersUnderWatch: 200), .provisional),
        (.watched, ItemEvidence(answers: 400, flags: [.drift], answersUnderWatch: 200), .retired),
        (.operational, ItemEvidence(answers: 400, isWithdrawn: true), .retired),
        (.retired, ItemEvidence(answers: 4000, difficultyError: 0.1), .retired),
    ])
    func `follows from its evidence`(state: ItemState, evidence: ItemEvidence, next: ItemState) {
        #expect(state.next(after: evidence) == next)
    }

    @Test func `decides what may be asked and what may decide`() {
        #expect(ItemState.allCases.filter(\.isAsked) == [.fromAuthor, .provisional, .operational, .watched])
        #expect(ItemState.allCases.filter(\.decides) == [.operational])
    }
}
