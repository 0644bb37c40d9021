/// Answers of many people to some of many items, as calibration reads them.
///
/// Only what was answered is stored, four bytes an answer, each person's answers together: a million people with twenty
/// answers each take a hundred megabytes whatever the size of the bank. Items are known by their index.
package struct ResponseMatrix: Sendable {
    package let itemCount: Int
    /// Twice the item's index, plus one when the answer is right.
    private(set) var codes: [UInt32] = []
    /// Where each row begins in `codes`; one more than there are rows.
    private(set) var starts: [Int] = [0]
    /// How many people a row stands for.
    private(set) var weights: [Double] = []

    /// An empty matrix; the two numbers of what will come save memory, but bind to nothing.
    package init(itemCount: Int, expectedPeople: Int = 0, expectedAnswers: Int = 0) {
        self.itemCount = itemCount
        codes.reserveCapacity(expectedAnswers)
        starts.reserveCapacity(expectedPeople + 1)
        weights.reserveCapacity(expectedPeople)
    }

    /// Adds the answers of one person, or of `people` persons who answered alike.
    ///
    /// An answer to an item outside the bank is left out; each item may stand once in a row.
    package mutating func append(_ answers: some Sequence<(item: Int, correct: Bool)>, people: Double = 1) {
        for answer in answers where answer.item >= 0 && answer.item < itemCount {
            codes.append(UInt32(2 * answer.item + (answer.correct ? 1 : 0)))
        }
        starts.append(codes.count)
        weights.append(people)
    }

    package var rowCount: Int { weights.count }
    package var answerCount: Int { codes.count }
    /// The number of people behind the rows.
    package var personCount: Double { weights.reduce(0, +) }
    /// The most answers that one person gave.
    package var longestRow: Int { (0..<rowCount).reduce(0) { max($0, starts[$1 + 1] - starts[$1]) } }

    package func people(inRow row: Int) -> Double { weights[row] }

    package func answers(inRow row: Int) -> some RandomAccessCollection<(item: Int, correct: Bool)> {
        codes[starts[row]..<starts[row + 1]].lazy.map { (item: Int($0 >> 1), correct: $0 & 1 == 1) }
    }

    /// How many people answered each item, and how many of them rightly.
    package var totals: [(answers: Double, correct: Double)] {
        var totals = [(answers: Double, correct: Double)](repeating: (0, 0), count: itemCount)
        for row in 0..<rowCount {
            for index in starts[row]..<starts[row + 1] {
                let code = Int(codes[index])
                totals[code >> 1].answers += weights[row]
                if code & 1 == 1 { totals[code >> 1].correct += weights[row] }
            }
        }
        return totals
    }
}
