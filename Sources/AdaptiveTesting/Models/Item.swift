/// A question as the engine sees it.
package struct Item: Hashable, Sendable {
    package let id: ItemID
    package let parameters: ItemParameters
    package let content: ContentTag
    /// What items about one exhibit have in common; such items stand together in a form.
    package let group: String?
    /// The languages in which it can be shown; empty where it is not known to be bound to any.
    package let languages: Set<String>
    /// Asked to learn its parameters from the answers; counts for nothing in the score.
    package let isSeed: Bool

    package init(
        id: ItemID, parameters: ItemParameters, content: ContentTag, group: String? = nil,
        languages: Set<String> = [], isSeed: Bool = false
    ) {
        self.id = id
        self.parameters = parameters
        self.content = content
        self.group = group
        self.languages = languages
        self.isSeed = isSeed
    }
}
