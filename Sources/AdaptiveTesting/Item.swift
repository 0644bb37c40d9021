/// A question as the engine sees it.
package struct Item: Hashable, Sendable {
    package let id: ItemID
    package let parameters: ItemParameters
    package let content: ContentTag
    /// What items about one exhibit have in common; such items stand together in a form.
    package let group: String?

    package init(id: ItemID, parameters: ItemParameters, content: ContentTag, group: String? = nil) {
        self.id = id
        self.parameters = parameters
        self.content = content
        self.group = group
    }
}
