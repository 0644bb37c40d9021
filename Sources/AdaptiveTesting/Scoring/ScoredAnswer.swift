/// An answer as scoring sees it: the item's model, and the category that the answer fell into.
package struct ScoredAnswer: Hashable, Sendable {
    package let model: ResponseModel
    /// From zero up; of right-or-wrong items 0 is wrong and 1 right.
    package let category: Int

    /// Nothing when the item has no such category.
    package init?(_ model: ResponseModel, category: Int) {
        guard (0..<model.categoryCount).contains(category) else { return nil }
        self.model = model
        self.category = category
    }

    package init(_ parameters: ItemParameters, isRight: Bool) {
        model = .rightOrWrong(parameters)
        category = isRight ? 1 : 0
    }
}
