import Courseware
package import Organization
package import Storage

/// No unit has the code that was asked for.
package struct UnknownUnit: Error, Hashable, Sendable {
    package let code: String
    /// The code that was probably meant.
    package let nearest: String?
}

extension Connection {
    /// The unit of that code, in whatever case it is written.
    package func findUnit(code: String) throws -> AgencyUnit {
        if let unit = try unit(code: code) { return unit }
        let units = try units(in: .state)
        if let unit = units.first(where: { $0.code.lowercased() == code.lowercased() }) { return unit }
        throw UnknownUnit(code: code, nearest: NearestWord(among: units.map(\.code)).word(for: code))
    }
}
