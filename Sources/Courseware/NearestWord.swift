/// Finds the code or id that a misspelt one was probably meant to be.
package struct NearestWord {
    private let words: [(word: String, letters: [Unicode.Scalar])]

    package init(among words: [String]) {
        self.words = words.sorted().map { ($0, Array($0.lowercased().unicodeScalars)) }
    }

    /// Nothing where no word is near; a third of the letters may be wrong, case does not count.
    package func word(for misspelt: String) -> String? {
        let letters = Array(misspelt.lowercased().unicodeScalars)
        let tolerated = letters.count <= 3 ? 1 : max(2, letters.count / 3)
        var best: (word: String, distance: Int)?
        for (word, candidate) in words where abs(candidate.count - letters.count) <= tolerated {
            let distance = Self.distance(letters, candidate)
            guard distance <= tolerated, distance < candidate.count, distance < best?.distance ?? .max else { continue }
            best = (word, distance)
        }
        return best?.word
    }

    /// Letters to insert, delete, replace or swap with their neighbour (optimal string alignment).
    private static func distance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
        guard !one.isEmpty, !other.isEmpty else { return max(one.count, other.count) }
        var beforeLast: [Int] = []
        var last = Array(0...other.count)
        for i in 1...one.count {
            var row = [i]
            for j in 1...other.count {
                var steps = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1))
                if i > 1, j > 1, one[i - 1] == other[j - 2], one[i - 2] == other[j - 1] {
                    steps = min(steps, beforeLast[j - 2] + 1)
                }
                row.append(steps)
            }
            (beforeLast, last) = (last, row)
        }
        return last[other.count]
    }
}
