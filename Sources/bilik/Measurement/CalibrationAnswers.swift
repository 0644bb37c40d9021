import AdaptiveTesting

/// The answers of a file as calibration takes them, with the items' ids as they came.
struct CalibrationAnswers {
    let ids: [FileID]
    let matrix: ResponseMatrix
    /// For each row whether it belongs to the focal group, where the file tells.
    let isFocal: [Bool]?

    private static let example = "{\"responses\": [\"0110\", \"1.01\"]}"

    init(_ options: CalibrationInput) throws {
        let path = options.responses
        if let plain = try PlainAnswers.read(path) {
            ids = (1...max(plain.itemCount, 1)).map(FileID.number)
            matrix = plain
            isFocal = nil
            return
        }
        let file = try MeasurementFile.decode(CalibrationFile.self, at: path, like: Self.example)
        let answers = try Self.chosen(options.set, of: file, path: path)
        let ids = try Self.ids(of: answers, path: path)
        let places = Dictionary(zip(ids, ids.indices)) { first, _ in first }
        guard places.count == ids.count else {
            throw CommandFailure("\(path) has two items with one id: give each its own.")
        }
        for (name, count) in [("freq", answers.frequencies?.count), ("group", answers.groups?.count)] {
            guard let count, count != answers.rows.count else { continue }
            throw CommandFailure(
                "\(path) has \(count) entries in `\(name)` for \(answers.rows.count) rows: write one each.")
        }
        var matrix = ResponseMatrix(
            itemCount: ids.count, expectedPeople: answers.rows.count,
            expectedAnswers: answers.rows.reduce(0) { $0 + $1.answers.count })
        for (number, row) in answers.rows.enumerated() {
            let items = try row.items.map { named in
                try named.map { id in
                    guard let place = places[id] else {
                        throw CommandFailure("\(path), row \(number + 1): `items` names \(id) nowhere: add it there.")
                    }
                    return place
                }
            }
            let asked = items ?? Array(ids.indices)
            guard asked.count == row.answers.count else {
                throw CommandFailure(
                    "\(path), row \(number + 1) has \(row.answers.count) answers for \(asked.count) items: write one each."
                )
            }
            guard row.answers.allSatisfy({ $0 == nil || $0 == 0 || $0 == 1 }) else {
                throw CommandFailure(
                    "\(path), row \(number + 1): write 1 for right, 0 for wrong, a point for no answer.")
            }
            matrix.append(
                zip(asked, row.answers).compactMap { place, answer in answer.map { (item: place, correct: $0 == 1) } },
                people: answers.frequencies?[number] ?? 1)
        }
        self.ids = ids
        self.matrix = matrix
        isFocal = answers.groups.map { groups in groups.map { $0 == 1 } }
    }

    private static func chosen(
        _ name: String?, of file: CalibrationFile, path: String
    ) throws -> CalibrationFile.Answers {
        if let name, let set = file.sets[name] { return set }
        if name == nil, file.sets.count == 1, let only = file.sets.first { return only.value }
        throw CommandFailure(
            "\(path) holds the sets \(file.sets.keys.sorted().joined(separator: ", ")): name one with --set.")
    }

    /// The items by name, or else counting from 1; items that only rows name stand in their own order.
    private static func ids(of answers: CalibrationFile.Answers, path: String) throws -> [FileID] {
        if let items = answers.items { return items }
        let named = Set(answers.rows.flatMap { $0.items ?? [] })
        guard named.isEmpty else { return named.sorted(by: FileID.precedes) }
        guard let length = answers.rows.first?.answers.count, length > 0 else {
            throw CommandFailure("\(path) holds no answers: write at least one row.")
        }
        return (1...length).map(FileID.number)
    }
}

extension FileID {
    /// Numbers before texts, each in its order.
    fileprivate static func precedes(_ one: FileID, _ other: FileID) -> Bool {
        switch (one, other) {
        case (.number(let one), .number(let other)): one < other
        case (.text(let one), .text(let other)): one < other
        case (.number, .text): true
        case (.text, .number): false
        }
    }
}
