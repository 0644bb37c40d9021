/// A test under way that follows shares: how many questions each area has had and still has to give.
struct ShareProgress: Sendable {
    /// The named areas in order, then all others together.
    let areas: [String]
    private let shares: [Double]
    private(set) var chosen: [Int]
    var remaining: [Int]

    init(of shares: ContentShares) {
        areas = shares.shares.keys.sorted()
        let named = areas.map { shares.shares[$0, default: 0] }
        let rest = 1 - named.reduce(0, +)
        self.shares = named + [rest > 1e-6 ? rest : 0]
        chosen = Array(repeating: 0, count: areas.count + 1)
        remaining = chosen
    }

    /// The place of an area: among the named, or that of all others.
    func index(of area: String) -> Int { areas.firstIndex(of: area) ?? areas.count }

    mutating func take(_ area: Int) {
        chosen[area] += 1
        remaining[area] -= 1
    }

    /// The longest test, up to a bound, for which the areas hold enough.
    func longest(upTo bound: Int) -> Int {
        var length = bound
        while length > 0, !holdsEnough(forLength: length) { length -= 1 }
        return length
    }

    /// What keeps a test from having this length.
    func gaps(atLength length: Int) -> [BlueprintShortage.Gap] {
        var gaps: [BlueprintShortage.Gap] = []
        for area in areas.indices {
            let needed = ContentShares.bounds(of: shares[area], within: length).lowerBound
            let available = chosen[area] + remaining[area]
            guard needed > available else { continue }
            gaps.append(
                BlueprintShortage.Gap(
                    part: .competency(areas[area]), needed: needed, available: available, cause: .bank))
        }
        if gaps.isEmpty, !holdsEnough(forLength: length) {
            let most = shares.indices.reduce(0) { $0 + mostOf($1, within: length) }
            gaps.append(BlueprintShortage.Gap(part: .form, needed: length, available: most, cause: .bank))
        }
        return gaps
    }

    private func holdsEnough(forLength length: Int) -> Bool {
        var most = 0
        for area in shares.indices {
            if ContentShares.bounds(of: shares[area], within: length).lowerBound > chosen[area] + remaining[area] {
                return false
            }
            most += mostOf(area, within: length)
        }
        return most >= length
    }

    private func mostOf(_ area: Int, within length: Int) -> Int {
        min(ContentShares.bounds(of: shares[area], within: length).upperBound, chosen[area] + remaining[area])
    }

    /// Whether some area can give the next question.
    func canTakeAny(toLength length: Int) -> Bool {
        shares.indices.contains { canTake($0, toLength: length) }
    }

    /// Whether a test can keep to the shares at every length up to `length` after taking one more of an area.
    ///
    /// The rest is laid out earliest deadline first, which finds a way wherever there is one (Jackson 1955).
    func canTake(_ area: Int, toLength length: Int) -> Bool {
        guard remaining[area] > 0 else { return false }
        return withUnsafeTemporaryAllocation(of: Int.self, capacity: chosen.count) { counts in
            _ = counts.initialize(from: chosen)
            var total = chosen.reduce(0, +) + 1
            counts[area] += 1
            guard isWithin(counts, total: total) else { return false }
            while total < length {
                total += 1
                var next: Int?
                var earliest = Int.max
                for area in shares.indices
                where counts[area] < ContentShares.bounds(of: shares[area], within: total).upperBound
                    && counts[area] < chosen[area] + remaining[area]
                {
                    let deadline = deadline(ofNextAfter: counts[area], share: shares[area])
                    if deadline < earliest { (next, earliest) = (area, deadline) }
                }
                guard let next else { return false }
                counts[next] += 1
                guard isWithin(counts, total: total) else { return false }
            }
            return true
        }
    }

    private func isWithin(_ counts: UnsafeMutableBufferPointer<Int>, total: Int) -> Bool {
        shares.indices.allSatisfy { ContentShares.bounds(of: shares[$0], within: total).contains(counts[$0]) }
    }

    /// The length at which a share demands more than it has had.
    private func deadline(ofNextAfter count: Int, share: Double) -> Int {
        share > 0 ? Int((Double(count + 1) / share - 1e-9).rounded(.up)) : .max - 1
    }
}
