/// The word among `known` that a misspelt one was probably meant to be.
func suggestion(for word: String, among known: some Sequence<String>) -> String? {
    guard word.utf8.count <= 64 else { return nil }
    let lowered = Array(word.lowercased())
    let tolerated = lowered.count <= 3 ? 1 : max(2, lowered.count / 3)
    return known.map { (word: $0, distance: distance(lowered, Array($0.lowercased()))) }
        .filter { $0.distance <= tolerated && $0.distance < max(1, $0.word.count) }
        .min { ($0.distance, $0.word) < ($1.distance, $1.word) }?.word
}

/// The mend for a name that nothing has: the probable meaning, otherwise what there is.
func mend(for word: String, among known: some Sequence<String>, otherwise: String) -> String {
    suggestion(for: word, among: known).map { "did you mean `\($0)`?" } ?? otherwise
}

/// Letters to insert, delete, replace or swap with their neighbour (optimal string alignment).
private func distance(_ one: [Character], _ other: [Character]) -> Int {
    guard !one.isEmpty, !other.isEmpty else { return max(one.count, other.count) }
    var beforeLast = [Int](repeating: 0, count: other.count + 1)
    var last = Array(0...other.count)
    for i in 1...one.count {
        var row = [i] + [Int](repeating: 0, count: other.count)
        for j in 1...other.count {
            let cost = one[i - 1] == other[j - 1] ? 0 : 1
            row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost)
            if i > 1, j > 1, one[i - 1] == other[j - 2], one[i - 2] == other[j - 1] {
                row[j] = min(row[j], beforeLast[j - 2] + 1)
            }
        }
        beforeLast = last
        last = row
    }
    return last[other.count]
}
