import Training

extension Answer {
    /// The answer that a form holds for a question shown in this order; nothing where it holds none.
    init?(_ form: FormFields, to question: Question, shuffle: [Int]) {
        func shown(_ name: String) -> Int? {
            Int(form[name]).flatMap { shuffle.indices.contains($0) ? shuffle[$0] : nil }
        }
        switch question.kind {
        case .single:
            guard let choice = shown("choice") else { return nil }
            self = .choices([choice])
        case .multiple:
            let chosen = form.all("choice").compactMap { Int($0) }.filter { shuffle.indices.contains($0) }
            guard !chosen.isEmpty else { return nil }
            self = .choices(Set(chosen.map { shuffle[$0] }))
        case .trueFalse:
            guard let said = Int(form["choice"]), said == 0 || said == 1 else { return nil }
            self = .truth(said == 1)
        case .text:
            guard !form["text"].isEmpty, form["text"].utf8.count <= 1000 else { return nil }
            self = .text(form["text"])
        case .numeric:
            guard let number = Self.number(form["number"]) else { return nil }
            self = .number(number)
        case .ordering(let things):
            let places = shuffle.indices.map { Int(form["place-\($0)"]) }
            // Each place once: anything else is no order.
            guard Set(places.compactMap { $0 }) == Set(1...max(1, things.count)) else { return nil }
            let byPlace = zip(places, shuffle).sorted { ($0.0 ?? 0) < ($1.0 ?? 0) }
            self = .order(byPlace.map(\.1))
        case .matching(let pairs):
            let rights = pairs.indices.compactMap { shown("match-\($0)") }
            guard rights.count == pairs.count else { return nil }
            self = .matches(rights)
        case .fillIn(let blanks):
            let typed = (1...max(1, blanks.count)).map { form["blank-\($0)"] }
            guard typed.allSatisfy({ !$0.isEmpty && $0.utf8.count <= 1000 }) else { return nil }
            self = .blanks(typed)
        }
    }

    /// Reads `1234,5`, `1 234.5` and `−3`.
    private static func number(_ typed: String) -> Double? {
        let plain = typed.filter { !$0.isWhitespace }.replacing(",", with: ".").replacing("−", with: "-")
        guard plain.count <= 30, let number = Double(plain), number.isFinite else { return nil }
        return number
    }
}
