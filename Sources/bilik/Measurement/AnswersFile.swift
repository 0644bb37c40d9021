import AdaptiveTesting

/// Answers as a JSON file: people under `patterns`, `examinees` or `responses`, or a plain list of them.
///
/// A person's answers are a list of numbers or a text of digits; anything else in the text, or null, is no answer. Without
/// `items` they belong to the items of the bank in its order.
struct AnswersFile: Decodable {
    let people: [Person]

    struct Person {
        let id: FileID?
        let items: [FileID]?
        let categories: [Int?]
        let trueAbility: Double?
    }

    private enum Key: String, CodingKey {
        case patterns, examinees, responses
    }

    init(from decoder: any Decoder) throws {
        if let list = try? decoder.unkeyedContainer(), list.count != nil {
            people = try [WrittenPerson](from: decoder).map(\.person)
            return
        }
        let container = try decoder.container(keyedBy: Key.self)
        let key = [Key.patterns, .examinees].first { container.contains($0) } ?? .responses
        people = try container.decode([WrittenPerson].self, forKey: key).map(\.person)
    }
}

private struct WrittenPerson: Decodable {
    let person: AnswersFile.Person

    private enum Key: String, CodingKey {
        case id, items, responses
        case trueTheta
    }

    init(from decoder: any Decoder) throws {
        if let text = try? decoder.singleValueContainer().decode(WrittenAnswers.self) {
            person = AnswersFile.Person(id: nil, items: nil, categories: text.categories, trueAbility: nil)
            return
        }
        let container = try decoder.container(keyedBy: Key.self)
        person = AnswersFile.Person(
            id: try container.decodeIfPresent(FileID.self, forKey: .id),
            items: try container.decodeIfPresent([FileID].self, forKey: .items),
            categories: try container.decode(WrittenAnswers.self, forKey: .responses).categories,
            trueAbility: try container.decodeIfPresent(Double.self, forKey: .trueTheta))
    }
}

private struct WrittenAnswers: Decodable {
    let categories: [Int?]

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = try? container.decode(String.self) {
            categories = text.map(\.wholeNumberValue)
        } else {
            categories = try container.decode([Int?].self)
        }
    }
}
