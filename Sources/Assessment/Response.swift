package import AdaptiveTesting
package import FoundationEssentials
package import Training

/// One question of an attempt, frozen as it was shown, and what was answered.
package struct Response: Hashable, Sendable {
    /// 1-based.
    package let position: Int
    package let question: QuestionID
    package let version: String
    package let item: Item
    /// The order in which the question's things were shown, as indices of the author's order.
    package let shuffle: [Int]
    package let shownAt: Date
    package let answer: Answered?

    package struct Answered: Hashable, Sendable {
        package let at: Date
        package let answer: Answer
        package let isRight: Bool

        package init(at: Date, answer: Answer, isRight: Bool) {
            self.at = at
            self.answer = answer
            self.isRight = isRight
        }
    }

    package init(
        position: Int, question: QuestionID, version: String, item: Item, shuffle: [Int], shownAt: Date,
        answer: Answered?
    ) {
        self.position = position
        self.question = question
        self.version = version
        self.item = item
        self.shuffle = shuffle
        self.shownAt = shownAt
        self.answer = answer
    }
}
