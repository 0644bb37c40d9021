import AdaptiveTesting

/// A bank as a JSON file: a list of items under `items`, or columns `a`, `b`, `c`, `d` with ids counting from 1.
struct BankFile: Decodable {
    let entries: [Entry]
    /// Of people that belong to the bank's answers, where the file gives them.
    let trueAbilities: [Double]?

    struct Entry {
        let id: FileID
        let model: ResponseModel
        let area: String?
    }

    private enum Key: String, CodingKey {
        case items, a, b, c, d, content
        case trueTheta
    }

    init(from decoder: any Decoder) throws {
        if let list = try? decoder.unkeyedContainer(), list.count != nil {
            entries = try [WrittenItem](from: decoder).map(\.entry)
            trueAbilities = nil
            return
        }
        let container = try decoder.container(keyedBy: Key.self)
        trueAbilities = try container.decodeIfPresent([Double].self, forKey: .trueTheta)
        if container.contains(.items) {
            entries = try container.decode([WrittenItem].self, forKey: .items).map(\.entry)
            return
        }
        let difficulties = try container.decode([Double].self, forKey: .b)
        func column<Value: Decodable>(_ key: Key, _ type: Value.Type) throws -> [Value]? {
            guard let values = try container.decodeIfPresent([Value].self, forKey: key) else { return nil }
            guard values.count == difficulties.count else {
                throw DecodingError.dataCorruptedError(forKey: key, in: container, debugDescription: "length")
            }
            return values
        }
        let discriminations = try column(.a, Double.self)
        let (guessings, ceilings) = (try column(.c, Double.self), try column(.d, Double.self))
        let areas = try column(.content, String.self)
        entries = try difficulties.indices.map { index in
            guard
                let parameters = try? ItemParameters(
                    discrimination: discriminations?[index] ?? 1, difficulty: difficulties[index],
                    guessing: guessings?[index] ?? 0, ceiling: ceilings?[index] ?? 1)
            else { throw DecodingError.dataCorruptedError(forKey: .a, in: container, debugDescription: "range") }
            return Entry(id: .number(index + 1), model: .rightOrWrong(parameters), area: areas?[index])
        }
    }
}

private struct WrittenItem: Decodable {
    let entry: BankFile.Entry

    private enum Key: String, CodingKey {
        case id, a, b, c, d, content
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        let discrimination = try container.decodeIfPresent(Double.self, forKey: .a) ?? 1
        let model: ResponseModel?
        if let thresholds = try? container.decode([Double].self, forKey: .b) {
            model = (try? GradedParameters(discrimination: discrimination, thresholds: thresholds))
                .map(ResponseModel.graded)
        } else {
            let difficulty = try container.decode(Double.self, forKey: .b)
            let guessing = try container.decodeIfPresent(Double.self, forKey: .c) ?? 0
            let ceiling = try container.decodeIfPresent(Double.self, forKey: .d) ?? 1
            model =
                (try? ItemParameters(
                    discrimination: discrimination, difficulty: difficulty, guessing: guessing, ceiling: ceiling))
                .map(ResponseModel.rightOrWrong)
        }
        guard let model else {
            throw DecodingError.dataCorruptedError(forKey: .a, in: container, debugDescription: "range")
        }
        entry = BankFile.Entry(
            id: try container.decode(FileID.self, forKey: .id), model: model,
            area: try container.decodeIfPresent(String.self, forKey: .content))
    }
}
