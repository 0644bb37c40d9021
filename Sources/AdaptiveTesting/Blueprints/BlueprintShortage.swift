/// Why no form can follow a blueprint: everything that is lacking, the narrowest part first.
///
/// A gap of a wider part counts what would still be lacking once the gaps before it are mended.
package struct BlueprintShortage: Error, Hashable, Sendable {
    package let gaps: [Gap]

    package struct Gap: Hashable, Sendable {
        package let part: BlueprintPart
        package let needed: Int
        /// Items that can be used: there, and not above a maximum.
        package let available: Int
        package let cause: Cause
    }

    package enum Cause: Hashable, Sendable {
        /// More items in this part would mend it.
        case bank
        /// The blueprint contradicts itself: no bank would do.
        case rules
    }
}

/// What a bound of a blueprint counts.
package enum BlueprintPart: Hashable, Sendable {
    case form
    case competency(String)
    case cell(ContentTag)
}
