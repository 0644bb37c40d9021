/// The competency and level of an item, which is what a blueprint counts.
package struct ContentTag: Hashable, Sendable, Comparable {
    package let competency: String
    package let level: Int

    package init(competency: String, level: Int) {
        self.competency = competency
        self.level = level
    }

    package static func < (left: ContentTag, right: ContentTag) -> Bool {
        (left.competency, left.level) < (right.competency, right.level)
    }
}
