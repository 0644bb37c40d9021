extension StoppingRule {
    /// Reads a rule such as `se:0.30,items:30` or `pass:0.95,cut:-0.5,min:10,items:30`.
    ///
    /// `se` is the standard error to fall below, `pass` the certainty of a side of `cut`; with both, whichever comes
    /// first. `min` is the fewest questions, `items` the most.
    package init(parsing text: String) throws(StoppingRuleError) {
        var values: [String: Double] = [:]
        for part in text.split(separator: ",") {
            let pair = part.split(separator: ":", maxSplits: 1).map { $0.filter { $0 != " " } }
            guard pair.count == 2, let value = Double(pair[1]), value.isFinite, values[pair[0]] == nil else {
                throw .unreadable(String(part))
            }
            guard Self.known.contains(pair[0]) else { throw .unknown(pair[0]) }
            values[pair[0]] = value
        }
        let least = try Self.count(values["min"] ?? 0, named: "min")
        guard let items = values["items"] else { throw .missing("items") }
        let most = try Self.count(items, named: "items")
        guard most >= max(least, 1) else { throw .range("items") }
        var rules: [StoppingRule] = []
        if let error = values["se"] {
            guard error > 0 else { throw .range("se") }
            rules.append(.whenStandardErrorFalls(below: error, atLeast: least, atMost: most))
        }
        if let certainty = values["pass"] {
            guard certainty > 0.5, certainty < 1 else { throw .range("pass") }
            guard let cut = values["cut"] else { throw .missing("cut") }
            rules.append(.whenDecided(cut: cut, certainty: certainty, atLeast: least, atMost: most))
        }
        switch rules.count {
        case 0: self = .afterItems(most)
        case 1: self = rules[0]
        default: self = .whicheverComesFirst(rules)
        }
    }

    private static let known: Set = ["se", "pass", "cut", "min", "items"]

    private static func count(_ value: Double, named name: String) throws(StoppingRuleError) -> Int {
        guard value >= 0, value <= 10_000, value == value.rounded() else { throw .range(name) }
        return Int(value)
    }
}

/// What is wrong with a stopping rule that was typed.
package enum StoppingRuleError: Error, Hashable, Sendable {
    /// Not of the form `name:number`.
    case unreadable(String)
    case unknown(String)
    case missing(String)
    /// `se` is above 0, `pass` between 0.5 and 1, `min` and `items` are whole, and `items` is not below `min`.
    case range(String)
}
