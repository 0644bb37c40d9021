import Glibc

/// Whether people of equal ability in two groups have equal chances at an item, by the Mantel-Haenszel statistic.
///
/// Holland and Thayer, "Differential item performance and the Mantel-Haenszel procedure" (1988).
package struct MantelHaenszel: Hashable, Sendable {
    /// With one degree of freedom.
    package let chiSquare: Double
    /// The common odds ratio, above one when the item favours the reference group.
    package let oddsRatio: Double
    /// The standard error of the logarithm of the odds ratio (Phillips and Holland 1987).
    package let logOddsError: Double

    /// The odds ratio on the scale of ETS, −2.35 log α: negative when the item is harder for the focal group.
    package var delta: Double { -2.35 * log(oddsRatio) }

    /// Whether the groups differ at all, at the five per cent level.
    package var isSignificant: Bool { chiSquare > 3.841458820694124 }

    /// The ETS class (Zieky 1993): negligible, moderate, large.
    package var category: DifferenceCategory {
        let size = abs(delta)
        guard size >= 1, isSignificant else { return .negligible }
        // Class C: at least 1.5, and significantly above 1 (one-sided, five per cent).
        return size >= 1.5 && (size - 1) / (2.35 * logOddsError) > 1.6448536269514722 ? .large : .moderate
    }
}

/// How much an item's working differs between groups; the letters are those of ETS.
package enum DifferenceCategory: String, Hashable, Sendable, Codable, Comparable {
    case negligible = "A"
    case moderate = "B"
    case large = "C"

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension GroupComparison {
    /// The statistic of each item; nil where the groups cannot be compared (no stratum with both, or no variation).
    ///
    /// - Parameters:
    ///   - correctsContinuity: Takes half a person off the difference, which keeps few people from being too many.
    ///   - anchors: The items whose score makes people comparable; all unless given.
    package func mantelHaenszel(
        correctsContinuity: Bool = true, anchors: Set<Int>? = nil
    ) -> [MantelHaenszel?] {
        let anchors = anchors ?? Set(0..<responses.itemCount)
        let scores = scores(on: anchors)
        return (0..<responses.itemCount).map { item in
            let matches = matches(for: item, anchors: anchors, scores: scores)
            return statistic(of: item, matches: matches, correctsContinuity: correctsContinuity)
        }
    }

    /// Repeats the comparison with the flagged items left out of the score, until the flags stay (at most ten times).
    ///
    /// Items that favour one group make the score favour it too, which hides them and flags innocent ones.
    package func purifiedMantelHaenszel(correctsContinuity: Bool = true) -> [MantelHaenszel?] {
        var flagged: Set<Int> = []
        var found = mantelHaenszel(correctsContinuity: correctsContinuity)
        for _ in 0..<10 {
            let flags = Set(found.indices.filter { found[$0]?.isSignificant == true })
            guard flags != flagged, flags.count < responses.itemCount else { break }
            flagged = flags
            found = mantelHaenszel(
                correctsContinuity: correctsContinuity, anchors: Set(0..<responses.itemCount).subtracting(flagged))
        }
        return found
    }

    private func statistic(of item: Int, matches: [Int], correctsContinuity: Bool) -> MantelHaenszel? {
        var tables: [Int: SIMD4<Double>] = [:]
        for answer in columns.answers(to: item) {
            let cell = (isFocal[answer.row] ? 2 : 0) + (answer.correct ? 0 : 1)
            tables[matches[answer.row], default: .zero][cell] += responses.people(inRow: answer.row)
        }
        var (difference, variance, forReference, forFocal, spread) = (0.0, 0.0, 0.0, 0.0, 0.0)
        // In order, so that the sums are the same to the last bit.
        for (_, table) in tables.sorted(by: { $0.key < $1.key }) where table.sum() > 1 {
            let count = table.sum()
            let (reference, focal) = (table[0] + table[1], table[2] + table[3])
            let (right, wrong) = (table[0] + table[2], table[1] + table[3])
            difference += table[0] - reference * right / count
            variance += reference * focal * right * wrong / (count * count * (count - 1))
            forReference += table[0] * table[3] / count
            forFocal += table[1] * table[2] / count
        }
        guard variance > 0, forReference > 0, forFocal > 0 else { return nil }
        let ratio = forReference / forFocal
        for (_, table) in tables.sorted(by: { $0.key < $1.key }) where table.sum() > 1 {
            let count = table.sum()
            let diagonal = table[0] * table[3] + ratio * table[1] * table[2]
            spread += diagonal * (table[0] + table[3] + ratio * (table[1] + table[2])) / (count * count)
        }
        // The formula as published, even where the difference is less than half a person.
        let size = abs(difference) - (correctsContinuity ? 0.5 : 0)
        return MantelHaenszel(
            chiSquare: size * size / variance, oddsRatio: ratio,
            logOddsError: (spread / (2 * forReference * forReference)).squareRoot())
    }
}
