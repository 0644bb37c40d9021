/// How much an item's parameters can be trusted, from its writing to its end.
package enum ItemState: String, Hashable, Sendable, Codable, CaseIterable {
    /// Written, not yet reviewed: nobody is asked it.
    case draft
    /// Reviewed; its difficulty is its author's judgement, and scored with all the doubt that this deserves.
    case fromAuthor
    /// Answered by some; calibrated with the judgement as prior.
    case provisional
    /// Calibrated well enough to decide about people.
    case operational
    /// Something is odd: scored on as before, and looked at by a person.
    case watched
    /// Asked no more; its answers keep counting where they were given.
    case retired

    /// Whether an exam may ask it.
    package var isAsked: Bool { self != .draft && self != .retired }
    /// Whether it may count in a decision with no others of better standing beside it.
    package var decides: Bool { self == .operational }
}

/// What speaks against an item.
package enum ItemFlag: String, Hashable, Sendable, Codable, CaseIterable {
    /// Its answers do not follow its curve (S-X², infit or outfit).
    case misfit
    /// It favours one group by class B or C of ETS.
    case favoursGroup
    /// Its difficulty has moved: it may have become known.
    case drift
    /// Able people fail it more often than others: look at the key.
    case negativeDiscrimination
    /// It shares more than ability with another item.
    case dependence
}

/// What is known when an item's state is decided again.
package struct ItemEvidence: Hashable, Sendable {
    package var isReviewed: Bool
    package var answers: Int
    /// The standard error of the difficulty; nil before a calibration.
    package var difficultyError: Double?
    package var flags: Set<ItemFlag>
    /// Answers since the item came under watch.
    package var answersUnderWatch: Int
    /// A person took the item out of the bank.
    package var isWithdrawn: Bool

    package init(
        isReviewed: Bool = true, answers: Int = 0, difficultyError: Double? = nil, flags: Set<ItemFlag> = [],
        answersUnderWatch: Int = 0, isWithdrawn: Bool = false
    ) {
        self.isReviewed = isReviewed
        self.answers = answers
        self.difficultyError = difficultyError
        self.flags = flags
        self.answersUnderWatch = answersUnderWatch
        self.isWithdrawn = isWithdrawn
    }
}

extension ItemState {
    /// Answers from which calibration says more than the author (RMSE of difficulty 0.9 falls to 0.5).
    package static let answersForProvisional = 15
    /// Answers from which discriminations stand on their own, and the error of difficulty that must be reached besides.
    package static let answersForOperational = 200
    package static let errorForOperational = 0.35
    /// Further answers after which a watched item either is cleared or goes.
    package static let answersUnderWatch = 200

    /// The state after this evidence, at most one step away; the same evidence twice changes nothing twice.
    ///
    /// - draft → from its author: reviewed.
    /// - from its author → provisional: 15 answers.
    /// - provisional → operational: 200 answers, difficulty known to 0.35, nothing against it.
    /// - provisional, operational → watched: any flag.
    /// - watched → operational or provisional: 200 further answers and no flag left, by what it has otherwise.
    /// - watched → retired: 200 further answers and a flag still.
    /// - any → retired: withdrawn by a person, which is final.
    package func next(after evidence: ItemEvidence) -> ItemState {
        guard !evidence.isWithdrawn, self != .retired else { return .retired }
        let isKnown =
            evidence.answers >= Self.answersForOperational
            && (evidence.difficultyError ?? .infinity) <= Self.errorForOperational
        switch self {
        case .draft:
            return evidence.isReviewed ? .fromAuthor : .draft
        case .fromAuthor:
            return evidence.answers >= Self.answersForProvisional ? .provisional : .fromAuthor
        case .provisional, .operational:
            guard evidence.flags.isEmpty else { return .watched }
            // What was known stays known: a later calibration on fewer answers takes no standing away.
            return isKnown ? .operational : self
        case .watched:
            guard evidence.answersUnderWatch >= Self.answersUnderWatch else { return .watched }
            guard evidence.flags.isEmpty else { return .retired }
            return isKnown ? .operational : .provisional
        case .retired:
            return .retired
        }
    }
}
