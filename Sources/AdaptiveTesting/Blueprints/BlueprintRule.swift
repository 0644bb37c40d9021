/// How many items of a competency, or of one of its levels, a form may hold.
package struct BlueprintRule: Hashable, Sendable, Codable {
    package let competency: String
    /// Without a level the rule counts all levels of the competency together.
    package let level: Int?
    package let minimum: Int
    package let maximum: Int

    package init(competency: String, level: Int? = nil, minimum: Int, maximum: Int) {
        self.competency = competency
        self.level = level
        self.minimum = minimum
        self.maximum = maximum
    }

    var part: BlueprintPart {
        guard let level else { return .competency(competency) }
        return .cell(ContentTag(competency: competency, level: level))
    }
}
