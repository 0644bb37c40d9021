/// Names an item for as long as the bank lives; an id is never given to another question.
package struct ItemID: Hashable, Sendable, Comparable, ExpressibleByStringLiteral, CustomStringConvertible {
    package let value: String

    package init(_ value: String) {
        self.value = value
    }

    package init(stringLiteral value: String) {
        self.init(value)
    }

    package var description: String { value }

    package static func < (left: ItemID, right: ItemID) -> Bool {
        left.value < right.value
    }
}
