package import FoundationEssentials
package import Organization

/// One statement: a literal whose interpolated values become bindings, never text.
///
///     let move: SQL = "UPDATE person SET unit_id = \(unit) WHERE person_id = \(person)"
package struct SQL: ExpressibleByStringInterpolation, Sendable {
    package private(set) var text: String
    package private(set) var bindings: [SQLValue]

    package init(stringLiteral value: String) {
        text = value
        bindings = []
    }

    package init(stringInterpolation: Interpolation) {
        text = stringInterpolation.text
        bindings = stringInterpolation.bindings
    }

    /// Fragments in a row, with `separator` between: the conditions of a WHERE clause.
    package static func joined(_ fragments: [SQL], by separator: String) -> SQL {
        var whole: SQL = ""
        for (index, fragment) in fragments.enumerated() {
            whole.text += (index == 0 ? "" : separator) + fragment.text
            whole.bindings += fragment.bindings
        }
        return whole
    }

    package struct Interpolation: StringInterpolationProtocol {
        fileprivate var text = ""
        fileprivate var bindings: [SQLValue] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + interpolationCount)
            bindings.reserveCapacity(interpolationCount)
        }

        package mutating func appendLiteral(_ literal: String) {
            text += literal
        }

        package mutating func appendInterpolation(_ value: some SQLConvertible) {
            text += "?"
            bindings.append(value.sqlValue)
        }

        package mutating func appendInterpolation<Value: SQLConvertible>(_ value: Value?) {
            text += "?"
            bindings.append(value.sqlValue)
        }

        /// A list for `IN`; an empty one matches nothing.
        package mutating func appendInterpolation(list values: some Sequence<some SQLConvertible>) {
            let converted = values.map(\.sqlValue)
            text += "(" + (converted.isEmpty ? "NULL" : converted.map { _ in "?" }.joined(separator: ", ")) + ")"
            bindings += converted
        }

        package mutating func appendInterpolation(_ fragment: SQL) {
            text += fragment.text
            bindings += fragment.bindings
        }
    }
}

/// What a database holds in one place of one row.
package enum SQLValue: Hashable, Sendable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case blob([UInt8])
}

/// A type that stands in a column.
///
/// Reading answers nothing where the column holds something else.
package protocol SQLConvertible {
    var sqlValue: SQLValue { get }

    init?(sqlValue: SQLValue)
}

extension Int64: SQLConvertible {
    package var sqlValue: SQLValue { .integer(self) }

    package init?(sqlValue: SQLValue) {
        guard case .integer(let value) = sqlValue else { return nil }
        self = value
    }
}

extension Int: SQLConvertible {
    package var sqlValue: SQLValue { .integer(Int64(self)) }

    package init?(sqlValue: SQLValue) {
        guard case .integer(let value) = sqlValue else { return nil }
        self = Int(value)
    }
}

extension Bool: SQLConvertible {
    package var sqlValue: SQLValue { .integer(self ? 1 : 0) }

    package init?(sqlValue: SQLValue) {
        guard case .integer(let value) = sqlValue else { return nil }
        self = value != 0
    }
}

extension Double: SQLConvertible {
    package var sqlValue: SQLValue { .real(self) }

    package init?(sqlValue: SQLValue) {
        switch sqlValue {
        case .real(let value): self = value
        case .integer(let value): self = Double(value)
        default: return nil
        }
    }
}

extension String: SQLConvertible {
    package var sqlValue: SQLValue { .text(self) }

    package init?(sqlValue: SQLValue) {
        guard case .text(let value) = sqlValue else { return nil }
        self = value
    }
}

extension [UInt8]: SQLConvertible {
    package var sqlValue: SQLValue { .blob(self) }

    package init?(sqlValue: SQLValue) {
        guard case .blob(let value) = sqlValue else { return nil }
        self = value
    }
}

/// Instants are stored as milliseconds since 1970, UTC.
extension Date: SQLConvertible {
    package var sqlValue: SQLValue { .integer(Int64((timeIntervalSince1970 * 1000).rounded())) }

    package init?(sqlValue: SQLValue) {
        guard case .integer(let value) = sqlValue else { return nil }
        self.init(timeIntervalSince1970: Double(value) / 1000)
    }
}

extension Day: SQLConvertible {
    package var sqlValue: SQLValue { .text(description) }

    package init?(sqlValue: SQLValue) {
        guard case .text(let value) = sqlValue else { return nil }
        self.init(value)
    }
}

extension ID: SQLConvertible {
    package var sqlValue: SQLValue { .integer(value) }

    package init?(sqlValue: SQLValue) {
        guard case .integer(let value) = sqlValue else { return nil }
        self.init(value)
    }
}

extension Optional: SQLConvertible where Wrapped: SQLConvertible {
    package var sqlValue: SQLValue { self?.sqlValue ?? .null }

    package init?(sqlValue: SQLValue) {
        if sqlValue == .null {
            self = Wrapped?.none
        } else {
            guard let value = Wrapped(sqlValue: sqlValue) else { return nil }
            self = Wrapped?.some(value)
        }
    }
}

/// Enums are stored by their raw value.
extension SQLConvertible where Self: RawRepresentable, RawValue: SQLConvertible {
    package var sqlValue: SQLValue { rawValue.sqlValue }

    package init?(sqlValue: SQLValue) {
        guard let raw = RawValue(sqlValue: sqlValue) else { return nil }
        self.init(rawValue: raw)
    }
}
