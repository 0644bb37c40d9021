/// The answers item by item, where a `ResponseMatrix` has them person by person.
struct ItemColumns {
    /// Twice the row, plus one when the answer is right.
    private var codes: [Int]
    private var starts: [Int]

    init(_ responses: ResponseMatrix) {
        var counts = [Int](repeating: 0, count: responses.itemCount + 1)
        for code in responses.codes { counts[Int(code >> 1) + 1] += 1 }
        for item in 0..<responses.itemCount { counts[item + 1] += counts[item] }
        starts = counts
        codes = [Int](repeating: 0, count: responses.answerCount)
        for row in 0..<responses.rowCount {
            for index in responses.starts[row]..<responses.starts[row + 1] {
                let code = Int(responses.codes[index])
                codes[counts[code >> 1]] = 2 * row + code & 1
                counts[code >> 1] += 1
            }
        }
    }

    func answers(to item: Int) -> some RandomAccessCollection<(row: Int, correct: Bool)> {
        codes[starts[item]..<starts[item + 1]].lazy.map { (row: $0 >> 1, correct: $0 & 1 == 1) }
    }
}
