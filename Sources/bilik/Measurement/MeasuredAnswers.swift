import AdaptiveTesting

/// The answers of people to the items of a bank.
struct MeasuredAnswers {
    let people: [Person]

    struct Person {
        let id: FileID
        /// By place in the bank.
        let categories: [Int: Int]
        let trueAbility: Double?
        /// The places in the order of the file.
        let places: [Int]

        func answer(to place: Int, in bank: MeasuredBank) -> ScoredAnswer? {
            categories[place].flatMap { ScoredAnswer(bank.models[place], category: $0) }
        }
    }

    private static let example = "{\"patterns\": [{\"id\": 1, \"items\": [15, 19], \"responses\": [1, 0]}]}"

    init(path: String, of bank: MeasuredBank) throws {
        let file = try MeasurementFile.decode(AnswersFile.self, at: path, like: Self.example)
        let abilities = bank.trueAbilities.flatMap { $0.count == file.people.count ? $0 : nil }
        people = try file.people.enumerated().map { number, written in
            let id = written.id ?? .number(number + 1)
            let places = try written.items?.map { item in
                guard let place = bank.place(of: item) else {
                    throw CommandFailure("\(path) names item \(item) for \(id), which the bank does not hold.")
                }
                return place
            }
            let answered = places ?? Array(bank.ids.indices)
            guard answered.count == written.categories.count else {
                throw CommandFailure(
                    "\(path) has \(written.categories.count) answers of \(id) for \(answered.count) items: write one each."
                )
            }
            var categories: [Int: Int] = [:]
            for (place, category) in zip(answered, written.categories) {
                guard let category else { continue }
                guard (0..<bank.models[place].categoryCount).contains(category) else {
                    throw CommandFailure(
                        "\(path): \(id) answered \(category) to item \(bank.ids[place]), which has no such category.")
                }
                categories[place] = category
            }
            return Person(
                id: id, categories: categories, trueAbility: written.trueAbility ?? abilities?[number],
                places: answered.filter { categories[$0] != nil })
        }
    }
}
