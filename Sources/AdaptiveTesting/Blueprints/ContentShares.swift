/// What share of a test each area gets, whatever the test's length turns out to be.
///
/// After n questions an area with share s has had ⌊s n⌋ or ⌈s n⌉ of them, at every n, so that a test may stop anywhere. In
/// sequencing this is the chairman assignment problem, which always has a solution (Tijdeman 1980).
package struct ContentShares: Hashable, Sendable, Codable {
    /// By area; what they leave to one belongs to all other areas together.
    package let shares: [String: Double]

    package init(_ shares: [String: Double]) throws(ContentSharesError) {
        for (area, share) in shares where !(share > 0 && share <= 1) { throw .share(area: area, share) }
        let sum = shares.values.reduce(0, +)
        guard sum <= 1 + 1e-6 else { throw .sum(sum) }
        self.shares = shares
    }

    /// Reads shares such as `A=0.25,B=0.75`.
    package init(parsing text: String) throws(ContentSharesError) {
        var shares: [String: Double] = [:]
        for part in text.split(separator: ",") {
            let pair = part.split(separator: "=", maxSplits: 1).map { $0.filter { $0 != " " } }
            guard pair.count == 2, let share = Double(pair[1]), shares[pair[0]] == nil else {
                throw .unreadable(String(part))
            }
            shares[pair[0]] = share
        }
        guard !shares.isEmpty else { throw .unreadable(text) }
        try self.init(shares)
    }

    /// The fewest and the most questions of a share within so many.
    static func bounds(of share: Double, within count: Int) -> ClosedRange<Int> {
        let exact = share * Double(count)
        // A third of three is one, whatever binary fractions say.
        let least = Int((exact + 1e-9).rounded(.down))
        return least...max(least, Int((exact - 1e-9).rounded(.up)))
    }

    /// Whether a test with so many questions by area keeps to the shares.
    package func isKept(by counts: [String: Int]) -> Bool {
        let total = counts.values.reduce(0, +)
        let others = counts.filter { shares[$0.key] == nil }.values.reduce(0, +)
        let rest = max(0, 1 - shares.values.reduce(0, +))
        return Self.bounds(of: rest, within: total).contains(others)
            && shares.allSatisfy { Self.bounds(of: $0.value, within: total).contains(counts[$0.key] ?? 0) }
    }
}

/// Why shares cannot be followed.
package enum ContentSharesError: Error, Hashable, Sendable {
    /// Must be above zero and at most one.
    case share(area: String, Double)
    /// Must be one at most.
    case sum(Double)
    /// Not of the form `area=share`.
    case unreadable(String)
}
