import AdaptiveTesting
import Assessment
import Competencies
import Courseware
import FoundationEssentials
import Organization
import Storage
import Training

/// Lets one person's history happen, each step at its instant and by the rules of real life.
struct DemoHistory {
    private let transaction: Transaction
    private let stage: DemoStage
    private var life: DemoLife
    private let owner: OwnRecord
    private var resident: DemoResident
    /// Nobody does two things at once.
    private var busyUntil: Date
    private var hardQuestions = 0

    /// The person arrives.
    init(_ life: DemoLife, in transaction: Transaction, on stage: DemoStage) throws {
        self.transaction = transaction
        self.stage = stage
        self.life = life
        busyUntil = stage.calendar.opening(of: life.hired)
        let posting = try stage.posting(unit: life.unit, jobRole: life.jobRole)
        let arrival = transaction.at(busyUntil)
        let person = try arrival.addPerson(
            staffNumber: life.staffNumber, name: life.name, email: life.email, language: life.language,
            posting: posting)
        owner =
            Viewer(person: person, name: life.name, language: life.language, posting: posting, roles: []).own
        resident = DemoResident(person: person, agency: life.agency.code, unit: life.unit, since: life.hired)
        resident.account = life.account
        resident.isPersonnelOfficer = life.isPersonnelOfficer
        if life.extraTimePercent > 0 { try grantExtraTime() }
    }

    /// Everything up to the present, or to the person's leaving.
    mutating func run() throws -> DemoResident {
        while let (instant, happening) = life.agenda.next(), resident.isActive {
            switch happening {
            case .isAssigned(let course, let due): try assign(course, due: due, at: instant)
            case .moves(let unit, let jobRole): try move(to: unit, jobRole: jobRole, at: instant)
            case .leaves: try leave(at: instant)
            case .reads, .practises, .sits:
                let start = max(instant, busyUntil.addingTimeInterval(60))
                if start <= stage.calendar.latestStart { try learn(happening, at: start) }
            }
        }
        return resident
    }

    private mutating func learn(_ happening: DemoHappening, at start: Date) throws {
        switch happening {
        case .reads(let lesson, let course, let finishes):
            try read(lesson, of: course, finishes: finishes, at: start)
        case .practises(let purpose, let competency, let breaksOff):
            try practise(purpose, in: competency, breaksOff: breaksOff, at: start)
        case .sits(let certification):
            try sit(certification, at: start)
        case .isAssigned, .moves, .leaves:
            break
        }
    }

    // MARK: The post

    private mutating func assign(_ course: String, due: Day, at instant: Date) throws {
        guard let officer = stage.personnelOfficers[resident.agency], instant <= stage.calendar.now else { return }
        try transaction.at(instant).assign(course: course, to: owner.person, due: due, by: officer)
        resident.notices.append(
            DemoNotice(
                at: instant, actor: officer, action: .courseAssigned, subjects: [owner.person],
                detail: "course=\(course) due=\(due)"))
    }

    private mutating func move(to unit: String, jobRole: String, at instant: Date) throws {
        let posting = try stage.posting(unit: unit, jobRole: jobRole)
        try transaction.at(instant).post(owner.person, to: posting)
        resident.move(to: unit, on: Day(of: instant, in: transaction.zone))
    }

    private mutating func leave(at instant: Date) throws {
        try transaction.at(instant).markLeft(owner.person)
        resident.isActive = false
    }

    private mutating func grantExtraTime() throws {
        try transaction.at(busyUntil).setExtraTime(of: owner.person, percent: life.extraTimePercent)
        resident.notices.append(
            DemoNotice(
                at: busyUntil.addingTimeInterval(3600), actor: stage.personnelOfficers[resident.agency],
                action: .extraTimeSet, subjects: [owner.person], detail: "percent=\(life.extraTimePercent)"))
    }

    // MARK: Courses

    private mutating func read(_ index: Int, of slug: String, finishes: Bool, at start: Date) throws {
        guard let course = stage.content.course(slug), course.lessons.indices.contains(index) else { return }
        let lesson = course.lessons[index]
        try transaction.at(start).open(lesson: lesson.slug, of: slug, for: owner.person)
        busyUntil = start.addingTimeInterval(Double(lesson.minutes * life.generator.number(in: 40...90)))
        guard finishes else { return }
        for id in lesson.checks {
            guard let question = stage.content.question(id) else { continue }
            try transaction.at(busyUntil).answerSelfCheck(
                question, with: answer(to: question), in: life.language.content, by: owner)
        }
        _ = try transaction.at(busyUntil).finishLesson(lesson, of: course, by: owner)
        for competency in course.teaches.keys {
            // A whole course lifts the ability by half a level.
            life.abilities[competency]? += 0.5 / Double(course.lessons.count)
        }
    }

    // MARK: Attempts

    private mutating func practise(
        _ purpose: Purpose, in competency: CompetencyID, breaksOff: Bool, at start: Date
    ) throws {
        let begun = transaction.at(start)
        let id = try begun.startPrivate(
            purpose, in: competency, by: owner, language: life.language.content, content: stage.content,
            seed: life.generator.next())
        guard let attempt = try begun.attempt(id, of: owner) else { return }
        busyUntil = start
        // What was left lying goes on where it stood.
        let answered = try begun.responses(of: id).count { $0.answer != nil }
        try answerQuestions(
            of: attempt, after: answered, atMost: breaksOff ? 3 : .max, secondsEach: life.generator.number(in: 25...90))
    }

    private mutating func sit(_ certificationID: String, at start: Date) throws {
        guard let certification = stage.content.certification(certificationID) else { return }
        let begun = transaction.at(start)
        let id: AttemptID
        do {
            id = try begun.startExam(
                for: certification, by: owner, language: life.language.content, content: stage.content,
                seed: life.generator.next())
        } catch AssessmentError.tooEarly {
            // As in real life: the page says when, and the person comes back or does not.
            return
        }
        guard let attempt = try begun.attempt(id, of: owner) else { return }
        let ending = DemoSittingEnd(attempt, isSure: life.manner == .steadily, using: &life.generator)
        busyUntil = start
        try answerQuestions(of: attempt, after: 0, atMost: ending.mostAnswers, secondsEach: ending.secondsEach)
        guard let sat = try transaction.attempt(id, of: owner) else { return }
        if sat.isOpen { try end(sat, handsIn: ending.handsIn) }
        try planWhatFollows(id, certification)
    }

    /// Answers one question after another until the attempt ends, the person stops or the time is up.
    private mutating func answerQuestions(
        of attempt: Attempt, after answered: Int, atMost most: Int, secondsEach: Int
    ) throws {
        for position in answered + 1...max(answered + 1, attempt.plan.longest) {
            let instant = busyUntil.addingTimeInterval(Double(life.generator.number(in: 10...2 * secondsEach - 10)))
            guard position <= most, !attempt.isTimeUp(at: instant),
                let question = try question(at: position, of: attempt)
            else { return }
            busyUntil = instant
            let given = answer(to: question)
            let (_, outcome) = try transaction.at(instant).answer(
                position: position, of: attempt.id, by: owner, content: stage.content
            ) { _, _ in given }
            if outcome == .finished { return }
        }
    }

    private func question(at position: Int, of attempt: Attempt) throws -> Question? {
        if case .fixed(let form) = attempt.plan.form {
            return form.indices.contains(position - 1) ? stage.content.question(form[position - 1].question) : nil
        }
        let onTable = try transaction.responses(of: attempt.id).last
        return onTable.flatMap { stage.content.question($0.question) }
    }

    /// The person hands in, or walks away and the clock closes the attempt.
    private mutating func end(_ attempt: Attempt, handsIn: Bool) throws {
        if !handsIn, let closesAt = attempt.closesAt { busyUntil = closesAt.addingTimeInterval(20) }
        try transaction.at(busyUntil).close(
            attempt, reason: handsIn ? .handedIn : .timeUp, content: stage.content)
    }

    /// Who failed comes again, and some of those whose certificate expires.
    private mutating func planWhatFollows(_ id: AttemptID, _ certification: Certification) throws {
        guard let attempt = try transaction.attempt(id, of: owner), let closing = attempt.closing else { return }
        switch closing.outcome {
        case .failed, .unfinished:
            if closing.outcome == .unfinished { try recordFault(of: attempt) }
            guard life.generator.happens(0.5) else { return }
            let sittings = try transaction.sittings(of: owner.person, for: certification.id)
            let earliest = certification.retake.nextSitting(after: sittings, today: attempt.day)
            plan(certification, on: earliest.adding(days: life.generator.number(in: 0...35)))
        case .passed:
            guard let certificate = try transaction.certificate(of: id), life.generator.happens(life.renewal) else {
                return
            }
            plan(certification, on: certificate.validThrough.adding(days: life.generator.number(in: 3...60)))
        case .finished:
            break
        }
    }

    private mutating func plan(_ certification: Certification, on day: Day) {
        guard day <= stage.calendar.today else { return }
        life.agenda.add(
            .sits(certification: certification.id), at: stage.calendar.instant(on: day, using: &life.generator))
    }

    /// Of some unfinished exams the HR officer records that the network or the power was at fault.
    private mutating func recordFault(of attempt: Attempt) throws {
        guard life.generator.happens(0.3), let officer = stage.personnelOfficers[resident.agency] else { return }
        let instant = busyUntil.addingTimeInterval(3600)
        try transaction.at(instant).recordFault("İmtahan zamanı şəbəkə bağlantısı kəsilib", of: attempt.id)
        resident.notices.append(
            DemoNotice(
                at: instant, actor: officer, action: .faultRecorded, subjects: [owner.person],
                detail: "attempt=\(attempt.id)"))
    }

    private mutating func answer(to question: Question) -> Answer {
        knows(question)
            ? question.rightAnswer(in: life.language.content)
            : question.wrongAnswer(in: life.language.content, using: &life.generator)
    }

    private mutating func knows(_ question: Question) -> Bool {
        switch life.manner {
        case .byAbility:
            return stage.truth.answersRight(
                question, ability: life.abilities[question.competency, default: 0], using: &life.generator)
        case .steadily:
            guard question.level.rank > 2 else { return true }
            hardQuestions += 1
            return hardQuestions.isMultiple(of: 2)
        }
    }
}
