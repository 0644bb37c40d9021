import AdaptiveTesting
package import Assessment
package import Competencies
package import Courseware
import FoundationEssentials
package import Organization
package import Storage
import Training

extension Transaction {
    /// Starts practice or placement in a competency, or finds the one that is already open.
    package func startPrivate(
        _ purpose: Purpose, in competency: CompetencyID, by owner: OwnRecord, language: ContentLanguage,
        content: Content, seed: UInt64
    ) throws -> AttemptID {
        let open = try openAttempts(of: owner).first { $0.purpose == purpose && $0.competency == competency }
        if let open { return open.id }
        guard let person = try person(owner.person), !content.practiceQuestions(of: competency).isEmpty else {
            throw AssessmentError.bankTooSmall
        }
        let scale = content.framework.scale
        let cuts = content.framework.cuts(of: competency)
        let assumed = Prior(mean: scale.priorMean, standardDeviation: scale.priorSD)
        let met = try questionsMet(in: competency, by: owner)
        let plan: AttemptPlan
        if purpose == .placement {
            plan = .placement(in: competency, prior: assumed, cuts: cuts, seed: seed, questionsMet: met)
        } else {
            let known = try privateStates(of: owner).first { $0.competency == competency }?.aged(to: today, on: scale)
            let prior = known.map {
                // Never so sure of the past that today's answers count for nothing.
                Prior(mean: $0.estimate.ability, standardDeviation: max(0.6, $0.estimate.standardError))
            }
            plan = .practice(
                of: competency, prior: prior ?? assumed, cuts: cuts, seed: seed, questionsMet: met)
        }
        return try begin(
            plan, of: person, purpose: purpose, certification: nil, competency: competency, language: language,
            closesAt: nil, content: content)
    }

    /// Starts an exam, or finds the one that is already open; refuses a sitting that comes too early.
    package func startExam(
        for certification: Certification, by owner: OwnRecord, language: ContentLanguage, content: Content,
        seed: UInt64
    ) throws -> AttemptID {
        let open = try openAttempts(of: owner).first { $0.certification == certification.id }
        if let open { return open.id }
        guard let person = try person(owner.person) else { throw AssessmentError.bankTooSmall }
        let earliest = certification.retake.nextSitting(
            after: try sittings(of: person.id, for: certification.id), today: today)
        guard earliest <= today else { throw AssessmentError.tooEarly(earliest) }
        let bank = try calibratedItems(content.examItems(for: certification), versions: content.questions)
        let plan: AttemptPlan
        do {
            plan = try .exam(
                for: certification, in: content.framework, from: bank.items, isCalibrated: bank.isCalibrated,
                versions: content.questions.mapValues(\.version), seed: seed)
        } catch {
            throw AssessmentError.bankTooSmall
        }
        let seconds = Double(certification.exam.minutes * 60) * (1 + Double(person.extraTimePercent) / 100)
        return try begin(
            plan, of: person, purpose: .exam, certification: certification.id, competency: nil, language: language,
            closesAt: now.addingTimeInterval(seconds), content: content)
    }

    /// The items with the parameters of the newest release, where it covers every one of them in its present version.
    private func calibratedItems(
        _ items: [Item], versions: [QuestionID: Question]
    ) throws -> (items: [Item], isCalibrated: Bool) {
        let released = try calibratedParameters(of: Set(items.map(\.content.competency)))
        let calibrated = items.compactMap { item -> Item? in
            let id = QuestionID(item.id.value)
            guard let found = released[id], found.version == versions[id]?.version else { return nil }
            return Item(id: item.id, parameters: found.parameters, content: item.content, group: item.group)
        }
        return calibrated.count == items.count ? (calibrated, true) : (items, false)
    }

    private func begin(
        _ plan: AttemptPlan, of person: Person, purpose: Purpose, certification: String?, competency: CompetencyID?,
        language: ContentLanguage, closesAt: Date?, content: Content
    ) throws -> AttemptID {
        let added = try addAttempt(
            of: person, purpose: purpose, certification: certification, competency: competency, language: language,
            plan: plan, closesAt: closesAt)
        guard let id = added else { throw AssessmentError.bankTooSmall }
        // What the attempt may ask is frozen now: content that changes during the exam changes nothing in it.
        for question in plan.frozenQuestions.compactMap({ content.questions[$0.question] }) { try keep(question) }
        guard let attempt = try attempt(id) else { throw AssessmentError.notFound }
        try putNextQuestion(in: attempt, after: [], content: content)
        return id
    }
}

extension Content {
    /// The questions that an exam of this certification may draw.
    func examItems(for certification: Certification) throws -> [Item] {
        try certification.requires.flatMap { examQuestions(of: $0.competency) }.map(item(for:))
    }
}

extension Bilik {
    package func startPrivate(
        _ purpose: Purpose, in competency: CompetencyID, by owner: OwnRecord, language: ContentLanguage
    ) async throws -> AttemptID {
        let (content, seed) = (contents.current, UInt64.random(in: .min ... .max))
        return try await database.write { transaction in
            try transaction.startPrivate(
                purpose, in: competency, by: owner, language: language, content: content, seed: seed)
        }
    }

    package func startExam(
        for certification: Certification, by owner: OwnRecord, language: ContentLanguage
    ) async throws -> AttemptID {
        let (content, seed) = (contents.current, UInt64.random(in: .min ... .max))
        return try await database.write { transaction in
            try transaction.startExam(
                for: certification, by: owner, language: language, content: content, seed: seed)
        }
    }
}
