package import AdaptiveTesting
package import Competencies
package import Training

/// How an attempt asks and judges, fixed when it starts: a later change of content or cuts never reaches back.
package struct AttemptPlan: Hashable, Sendable, Codable {
    /// Feeds every random choice of the attempt, so that it can be replayed.
    package let seed: UInt64
    package let form: Form
    package let prior: Prior
    /// The cuts by which levels are read, by competency.
    package let cuts: [CompetencyID: [Double]]
    /// The ability to reach in each required competency; empty outside exams.
    package let passing: [CompetencyID: Double]
    /// Fewer answers than this leave an exam unfinished.
    package let minimumLength: Int
    /// What the person had met before in practice and placement: asked again only when the new questions run out.
    ///
    /// In the order of their ids, so that equal plans are stored as equal text.
    package let questionsMet: [QuestionID]

    package enum Form: Hashable, Sendable, Codable {
        /// The questions of a balanced form, in the order in which they are asked.
        case fixed([FormQuestion])
        /// The most informative questions, one after another, within the blueprint where there is one.
        case adaptive(stopping: StoppingRule)
        /// An exam on a calibrated bank: the most informative question of the frozen pool within the blueprint, until
        /// every required competency is decided with this certainty or the blueprint's length is reached.
        case untilDecided(pool: [FormQuestion], blueprint: Blueprint, certainty: Double)
    }

    /// A question of a fixed form, with the version and the parameters that it had when the form was drawn.
    package struct FormQuestion: Hashable, Sendable, Codable {
        package let question: QuestionID
        package let version: String
        package let level: Int
        package let competency: CompetencyID
        package let discrimination: Double
        package let difficulty: Double
        package let guessing: Double

        fileprivate init(_ item: Item, version: String) {
            question = QuestionID(item.id.value)
            self.version = version
            level = item.content.level
            competency = CompetencyID(item.content.competency)
            discrimination = item.parameters.discrimination
            difficulty = item.parameters.difficulty
            guessing = item.parameters.guessing
        }

        /// The item as the engine sees it; nothing where the stored parameters are no longer allowed.
        package var item: Item? {
            guard
                let parameters = try? ItemParameters(
                    discrimination: discrimination, difficulty: difficulty, guessing: guessing)
            else { return nil }
            return Item(
                id: ItemID(question.value), parameters: parameters,
                content: ContentTag(competency: competency.value, level: level))
        }
    }

    package init(
        seed: UInt64, form: Form, prior: Prior, cuts: [CompetencyID: [Double]], passing: [CompetencyID: Double],
        minimumLength: Int, questionsMet: Set<QuestionID> = []
    ) {
        self.seed = seed
        self.form = form
        self.prior = prior
        self.cuts = cuts
        self.passing = passing
        self.minimumLength = minimumLength
        self.questionsMet = questionsMet.sorted()
    }

    /// The most questions it can ask.
    package var longest: Int {
        switch form {
        case .fixed(let questions): questions.count
        case .adaptive(let stopping): stopping.longest
        case .untilDecided(_, let blueprint, _): blueprint.length
        }
    }

    /// The fewest questions after which it may end by itself.
    package var shortest: Int {
        switch form {
        case .fixed(let questions): questions.count
        case .adaptive(let stopping): stopping.shortest
        case .untilDecided(_, let blueprint, _): max(minimumLength, blueprint.leastAnswers)
        }
    }
}

extension AttemptPlan {
    /// Practice asks around what the person is already thought to be able to do, until that is known well enough.
    package static func practice(
        of competency: CompetencyID, prior: Prior, cuts: [Double], seed: UInt64,
        questionsMet: Set<QuestionID> = []
    ) -> Self {
        AttemptPlan(
            seed: seed,
            form: .adaptive(
                stopping: .whenStandardErrorFalls(below: 0.5, atLeast: 5, atMost: 12)),
            prior: prior, cuts: [competency: cuts], passing: [:], minimumLength: 1,
            questionsMet: questionsMet)
    }

    /// Placement assumes nothing and asks longer.
    package static func placement(
        in competency: CompetencyID, prior: Prior, cuts: [Double], seed: UInt64,
        questionsMet: Set<QuestionID> = []
    ) -> Self {
        AttemptPlan(
            seed: seed,
            form: .adaptive(
                stopping: .whenStandardErrorFalls(below: 0.55, atLeast: 8, atMost: 15)),
            prior: prior, cuts: [competency: cuts], passing: [:], minimumLength: 1,
            questionsMet: questionsMet)
    }

    /// From here on a calibrated exam may stop: P(ability ≥ cut) at least this, or at most its complement.
    private static let certainty = 0.95

    /// An exam: adaptive where the whole bank has been calibrated, and a balanced form of fixed length otherwise.
    ///
    /// - Parameters:
    ///   - bank: the questions that it may draw, with the parameters by which they are judged.
    ///   - isCalibrated: whether those parameters were estimated from answers, all of them.
    package static func exam(
        for certification: Certification, in framework: Framework, from bank: [Item], isCalibrated: Bool,
        versions: [QuestionID: String], seed: UInt64
    ) throws(BlueprintShortage) -> Self {
        let blueprint = certification.exam.blueprint
        func frozen(_ items: [Item]) -> [FormQuestion] {
            items.map { FormQuestion($0, version: versions[QuestionID($0.id.value)] ?? "") }
        }
        let form: Form
        if isCalibrated {
            if let shortage = blueprint.shortage(in: bank) { throw shortage }
            form = .untilDecided(pool: frozen(bank), blueprint: blueprint, certainty: certainty)
        } else {
            var generator = SeededGenerator(seed: seed)
            form = .fixed(frozen(try blueprint.drawForm(from: bank, using: &generator)))
        }
        return AttemptPlan(
            seed: seed, form: form,
            prior: Prior(mean: framework.scale.priorMean, standardDeviation: framework.scale.priorSD),
            cuts: certification.requires.reduce(into: [:]) {
                $0[$1.competency] = framework.cuts(of: $1.competency)
            },
            passing: certification.cuts(in: framework), minimumLength: certification.exam.minimumLength)
    }

    /// The questions that were frozen when the attempt began; none where it asks what the bank holds at the time.
    package var frozenQuestions: [FormQuestion] {
        switch form {
        case .fixed(let questions): questions
        case .untilDecided(let pool, _, _): pool
        case .adaptive: []
        }
    }
}

extension Blueprint {
    /// The fewest answers that can fill every minimum.
    fileprivate var leastAnswers: Int {
        let byCompetency = Dictionary(grouping: rules, by: \.competency)
        return byCompetency.values.reduce(0) { sum, rules in
            let levels = rules.filter { $0.level != nil }.reduce(0) { $0 + $1.minimum }
            let whole = rules.filter { $0.level == nil }.map(\.minimum).max() ?? 0
            return sum + max(levels, whole)
        }
    }
}
