import AdaptiveTesting

/// One simulated test as the program prints it.
struct SimulatedResult: Encodable {
    let id: FileID
    let items: [FileID]
    let ability: Double
    let standardError: Double
    /// After every answer.
    let abilities: [Double]?
    let standardErrors: [Double]?
    let decision: String?
    let reason: String
    let reasonInWords: String

    init(id: FileID, _ attempt: SimulatedAttempt, bank: MeasuredBank, pool: ItemPool, trace: Bool) {
        self.id = id
        // The pool stands in the order of the file.
        items = attempt.asked.map { bank.ids[$0.item] }
        ability = attempt.score.ability
        standardError = attempt.score.standardError
        abilities = trace ? attempt.asked.map(\.score.ability) : nil
        standardErrors = trace ? attempt.asked.map(\.score.standardError) : nil
        decision = attempt.decision?.verdict.rawValue
        switch attempt.ending {
        case .stopped(let stopped):
            reason = stopped.rawValue
            reasonInWords = stopped.words
        case .refused(let shortage):
            reason = "refused"
            reasonInWords = shortage.gaps.map(\.words).joined(separator: "; ")
        }
    }

    static let header = "id,items,ability,standard error,decision,reason"

    var line: String {
        CSVLine.text([
            id.description, items.map(\.description).joined(separator: " "), "\(ability)", "\(standardError)",
            decision ?? "", reasonInWords,
        ])
    }
}

extension SimulatedAttempt {
    /// Why the test could not begin.
    var shortage: BlueprintShortage? {
        if case .refused(let shortage) = ending { shortage } else { nil }
    }
}
