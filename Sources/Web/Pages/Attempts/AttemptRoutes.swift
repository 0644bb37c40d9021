import Assessment
import Competencies
import Courseware
import Hummingbird
import Organization
import Storage
import Training
import UseCases

/// Practice, placement and exams: starting, answering, ending.
struct AttemptRoutes {
    let site: Site

    func add(to routes: inout Routes) {
        routes.page("/certifications/:certification", .signedIn, certification)
        routes.form("/certifications/:certification/start", .signedIn, startExam)
        routes.form("/practice/:competency", .signedIn) { try await start(.practice, $0, $1) }
        routes.form("/placement/:competency", .signedIn) { try await start(.placement, $0, $1) }
        routes.page("/attempts/:attempt", .signedIn, question)
        routes.form("/attempts/:attempt/answers/:position", .signedIn, answer)
        routes.page("/attempts/:attempt/answers/:position", .signedIn, feedback)
        routes.form("/attempts/:attempt/hand-in", .signedIn, handIn)
        routes.page("/attempts/:attempt/result", .signedIn, result)
    }

    @Sendable private func certification(request: Request, context: ViewerContext) async throws -> Response {
        try await start(context, fault: nil)
    }

    @Sendable private func startExam(form: FormFields, context: ViewerContext) async throws -> Response {
        let certification = try certification(in: context)
        guard let language = ContentLanguage(rawValue: form["language"]) else { throw Refusal.badForm }
        do {
            let attempt = try await site.bilik.startExam(
                for: certification, by: context.viewer.own, language: language)
            return .seeOther("/attempts/\(attempt)")
        } catch AssessmentError.bankTooSmall {
            return try await start(context, fault: site.words(for: context.visit)["exam.bank-too-small"])
        } catch AssessmentError.tooEarly {
            return .seeOther("/certifications/\(certification.id)")
        }
    }

    private func start(_ purpose: Purpose, _ form: FormFields, _ context: ViewerContext) async throws -> Response {
        let content = site.bilik.contents.current
        guard let id = context.parameters.get("competency").map({ CompetencyID($0) }),
            content.framework.competency(id) != nil, !content.practiceQuestions(of: id).isEmpty
        else { throw Refusal.notFound }
        let attempt = try await site.bilik.startPrivate(
            purpose, in: id, by: context.viewer.own, language: context.visit.text)
        return .seeOther("/attempts/\(attempt)")
    }

    @Sendable private func question(request: Request, context: ViewerContext) async throws -> Response {
        let shown = try await current(in: context)
        guard let shown else {
            // Without waiting for housekeeping, or question and result would send the browser back and forth till then.
            try await site.bilik.closeOverdueAttempts()
            return .seeOther("/attempts/\(try Self.attemptID(context))/result")
        }
        return page(of: shown, context.visit)
    }

    /// - Parameter typed: a form that held no answer, or only half of one: it is shown again as it was filled in.
    private func page(of shown: ShownQuestion, _ visit: Visit, typed: FormFields? = nil) -> Response {
        let fields = site.fields(
            of: shown.question, shuffle: shown.response.shuffle, in: shown.attempt.language, typed: typed,
            interface: visit.language)
        return site.page(
            QuestionPage(
                shown, fields: fields, isMissing: typed != nil, content: site.bilik.contents.current,
                language: visit.language, words: site.words(for: visit)),
            for: visit, status: typed == nil ? .ok : .unprocessableContent)
    }

    @Sendable private func answer(form: FormFields, context: ViewerContext) async throws -> Response {
        let id = try Self.attemptID(context)
        let position = try Self.position(context)
        let own = context.viewer.own
        let (purpose, outcome) = try await site.bilik.answer(position: position, of: id, by: own) {
            Answer(form, to: $0, shuffle: $1)
        }
        switch outcome {
        case .incomplete:
            let shown = try await site.bilik.database.read { try $0.shown(position: position, of: id, by: own) }
            guard let shown, shown.attempt.isOpen, shown.response.answer == nil else {
                return .seeOther("/attempts/\(id)")
            }
            return page(of: shown, context.visit, typed: form)
        case .asked, .finished:
            if purpose == .practice { return .seeOther("/attempts/\(id)/answers/\(position)") }
            return .seeOther("/attempts/\(id)" + (outcome == .finished ? "/result" : ""))
        }
    }

    /// What the answer was worth: in practice only.
    ///
    /// Placement explains at its end, an exam never does.
    @Sendable private func feedback(request: Request, context: ViewerContext) async throws -> Response {
        let (id, position, own) = (try Self.attemptID(context), try Self.position(context), context.viewer.own)
        let found = try await site.bilik.database.read { try $0.shown(position: position, of: id, by: own) }
        // The address of a form that was sent half filled in: the question itself is asked at the attempt's.
        if let found, found.response.answer == nil { return .seeOther("/attempts/\(id)") }
        guard let found, found.attempt.purpose == .practice, let answered = found.response.answer else {
            throw Refusal.notFound
        }
        return site.page(
            FeedbackPage(found, answered: answered, words: site.words(for: context.visit)), for: context.visit)
    }

    @Sendable private func handIn(form: FormFields, context: ViewerContext) async throws -> Response {
        let id = try Self.attemptID(context)
        try await site.bilik.handIn(id, by: context.viewer.own)
        return .seeOther("/attempts/\(id)/result")
    }

    @Sendable private func result(request: Request, context: ViewerContext) async throws -> Response {
        let (id, own) = (try Self.attemptID(context), context.viewer.own)
        let found = try await site.bilik.database.read { connection -> ResultPage.Facts? in
            guard let attempt = try connection.attempt(id, of: own) else { return nil }
            let responses = attempt.purpose == .exam ? [] : try connection.responses(of: id)
            return ResultPage.Facts(
                attempt: attempt, certificate: try connection.certificate(of: id),
                held: try attempt.certification.flatMap {
                    try connection.validCertificate(of: own.person, for: $0)
                },
                answers: try responses.compactMap { response in
                    guard let question = try connection.question(response.question, version: response.version) else {
                        return nil
                    }
                    return (question, response)
                },
                sittings: try attempt.certification.map { try connection.sittings(of: own.person, for: $0) } ?? [],
                today: connection.today)
        }
        guard let facts = found else { throw Refusal.notFound }
        guard !facts.attempt.isOpen else { return .seeOther("/attempts/\(id)") }
        return site.page(
            ResultPage(
                facts, content: site.bilik.contents.current, viewer: context.viewer, language: context.visit.language,
                text: context.visit.text, words: site.words(for: context.visit)), for: context.visit)
    }

    private func start(_ context: ViewerContext, fault: String?) async throws -> Response {
        let certification = try certification(in: context)
        let own = context.viewer.own
        let facts = try await site.bilik.database.read { connection in
            ExamStartPage.Facts(
                today: connection.today, person: try connection.person(own.person),
                sittings: try connection.sittings(of: own.person, for: certification.id),
                open: try connection.openAttempts(of: own).first { $0.certification == certification.id },
                held: try connection.validCertificate(of: own.person, for: certification.id))
        }
        return site.page(
            ExamStartPage(
                certification, facts: facts, content: site.bilik.contents.current, visit: context.visit, fault: fault,
                words: site.words(for: context.visit)), for: context.visit)
    }

    /// The question on the table; nothing where the attempt is over.
    private func current(in context: ViewerContext) async throws -> ShownQuestion? {
        let (id, own) = (try Self.attemptID(context), context.viewer.own)
        return try await site.bilik.database.read { connection in
            guard let attempt = try connection.attempt(id, of: own) else { throw AssessmentError.notFound }
            guard attempt.isOpen, !attempt.isTimeUp(at: connection.now) else { return nil }
            return try connection.current(of: attempt)
        }
    }

    private func certification(in context: ViewerContext) throws -> Certification {
        guard
            let found = context.parameters.get("certification").flatMap(site.bilik.contents.current.certification)
        else { throw Refusal.notFound }
        return found
    }

    private static func attemptID(_ context: ViewerContext) throws -> AttemptID {
        guard let id = context.parameters.get("attempt").flatMap({ AttemptID($0) }) else { throw Refusal.notFound }
        return id
    }

    private static func position(_ context: ViewerContext) throws -> Int {
        guard let position = context.parameters.get("position").flatMap({ Int($0) }), (1...1000).contains(position)
        else { throw Refusal.notFound }
        return position
    }
}
