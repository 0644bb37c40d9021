import AdaptiveTesting

/// Answers of right and wrong as a JSON file that calibrations are made from.
///
/// People stand under `responses` or `patterns`, or the file is a plain list of them. Each is a text such as `01.1` (a point
/// for no answer), a list of 0, 1 and null, or the answers to some items: `{"items": [3, 9], "responses": [1, 0]}`. Beside
/// them may stand the items' names (`items`), how many people each row stands for (`freq`), and each person's group
/// (`group`: 0 reference, 1 focal). A file may hold several such sets under names.
struct CalibrationFile: Decodable {
    /// By name; a file that is itself a set has the empty name.
    let sets: [String: Answers]

    struct Answers: Decodable {
        let items: [FileID]?
        let rows: [Row]
        let frequencies: [Double]?
        let groups: [Int]?
    }

    struct Row: Decodable {
        let items: [FileID]?
        let answers: [Int?]
    }

    init(from decoder: any Decoder) throws {
        if let answers = try? Answers(from: decoder) {
            sets = ["": answers]
            return
        }
        let container = try decoder.container(keyedBy: AnyKey.self)
        var found: [String: Answers] = [:]
        for key in container.allKeys {
            if let answers = try? container.decode(Answers.self, forKey: key) {
                found[key.stringValue] = answers
            } else if let several = try? container.decode([String: Answers].self, forKey: key) {
                found.merge(several) { first, _ in first }
            }
        }
        // Told once more, so that the complaint says what is wrong with the file itself.
        sets = try found.isEmpty ? ["": Answers(from: decoder)] : found
    }
}

extension CalibrationFile.Answers {
    private enum Key: String, CodingKey {
        case items, responses, patterns, freq, group
    }

    init(from decoder: any Decoder) throws {
        if let list = try? decoder.unkeyedContainer(), list.count != nil {
            rows = try [CalibrationFile.Row](from: decoder)
            (items, frequencies, groups) = (nil, nil, nil)
            return
        }
        let container = try decoder.container(keyedBy: Key.self)
        items = try container.decodeIfPresent([FileID].self, forKey: .items)
        rows = try container.decode(
            [CalibrationFile.Row].self, forKey: container.contains(.patterns) ? .patterns : .responses)
        frequencies = try container.decodeIfPresent([Double].self, forKey: .freq)
        if let text = try? container.decode(String.self, forKey: .group) {
            groups = text.map { $0 == "1" ? 1 : 0 }
        } else {
            groups = try container.decodeIfPresent([Int].self, forKey: .group)
        }
    }
}

extension CalibrationFile.Row {
    private enum Key: String, CodingKey {
        case items, responses
    }

    init(from decoder: any Decoder) throws {
        if let answers = try? Self.answers(in: decoder.singleValueContainer()) {
            items = nil
            self.answers = answers
            return
        }
        let container = try decoder.container(keyedBy: Key.self)
        items = try container.decodeIfPresent([FileID].self, forKey: .items)
        answers = try Self.answers(in: container.superDecoder(forKey: .responses).singleValueContainer())
    }

    private static func answers(in container: any SingleValueDecodingContainer) throws -> [Int?] {
        if let text = try? container.decode(String.self) { return text.utf8.map(\.digit) }
        return try container.decode([Int?].self)
    }
}

extension UInt8 {
    /// The number that this character of a text stands for.
    fileprivate var digit: Int? { (48...57).contains(self) ? Int(self) - 48 : nil }
}

private struct AnyKey: CodingKey {
    let stringValue: String
    let intValue: Int? = nil

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}
