/// Which items a person may be asked: in the language of the test, and not seen before.
package struct ItemFilter: Hashable, Sendable {
    /// Nothing when items of any language will do.
    package let language: String?
    package let seen: Set<ItemID>

    package init(language: String? = nil, seen: Set<ItemID> = []) {
        self.language = language
        self.seen = seen
    }

    package func allows(_ item: Item) -> Bool {
        guard !seen.contains(item.id) else { return false }
        guard let language, !item.languages.isEmpty else { return true }
        return item.languages.contains(language)
    }
}
