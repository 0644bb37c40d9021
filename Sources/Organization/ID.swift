/// The identity of one row of a kind: `AgencyID(7)` cannot stand where a `PersonID` is meant.
package struct ID<Of>: Hashable, Comparable, Sendable, Codable, LosslessStringConvertible {
    package let value: Int64

    package init(_ value: Int64) {
        self.value = value
    }

    package init?(_ description: String) {
        guard let value = Int64(description), value > 0 else { return nil }
        self.value = value
    }

    package var description: String { String(value) }

    package static func < (left: Self, right: Self) -> Bool { left.value < right.value }

    package init(from decoder: any Decoder) throws {
        value = try decoder.singleValueContainer().decode(Int64.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }
}

package typealias AgencyID = ID<Agency>
package typealias UnitID = ID<AgencyUnit>
package typealias PersonID = ID<Person>
