import Competencies
import Courseware
import HTTPTypes
import Hummingbird
import NIOCore
import Organization
import Storage
import Training
import UseCases

/// Courses, their lessons and self-checks.
///
/// An open course may be read without an account.
struct CourseRoutes {
    let site: Site

    func add(to routes: inout Routes) {
        routes.open("/courses", list)
        routes.open("/courses/:course", course)
        routes.open("/courses/:course/files/:file", figure)
        routes.open("/courses/:course/:lesson", lesson)
        routes.openForm("/courses/:course/:lesson/checks/:question", check)
        routes.form("/courses/:course/:lesson/finish", .signedIn, finish)
    }

    @Sendable private func list(request: Request, context: VisitContext) async throws -> Response {
        let viewer = context.visit.viewer
        let content = site.bilik.contents.current
        let needed = viewer.flatMap { content.jobRole($0.posting.jobRole) }.map { Set($0.needs.keys) }
        return site.page(
            CourseListPage(
                courses: content.courses.filter { $0.isOpen || viewer != nil },
                progress: try await progress(of: viewer), needed: needed ?? [], text: context.visit.text,
                words: site.words(for: context.visit)),
            for: context.visit)
    }

    @Sendable private func course(request: Request, context: VisitContext) async throws -> Response {
        let course = try course(in: context)
        let progress = try await progress(in: course, of: context.visit.viewer)
        let content = site.bilik.contents.current
        return site.page(
            CoursePage(
                course: course, progress: progress, certifications: content.certifications,
                framework: content.framework, visit: context.visit, words: site.words(for: context.visit)),
            for: context.visit)
    }

    @Sendable private func lesson(request: Request, context: VisitContext) async throws -> Response {
        let (course, lesson) = try lesson(in: context)
        let viewer = context.visit.viewer
        let facts = try await facts(of: course, lesson, context.visit)
        if let viewer {
            try await site.bilik.openLesson(lesson, of: course, progress: facts.progress, by: viewer.own)
        }
        let isMissing = request.uri.queryParameters["unanswered"] != nil
        return page(course, lesson, facts, isCheckMissing: isMissing, visit: context.visit)
    }

    /// Stores a signed-in reader's answer; to a reader without an account it only says what it is worth.
    @Sendable private func check(form: FormFields, context: VisitContext) async throws -> Response {
        let (course, lesson) = try lesson(in: context)
        guard let id = context.parameters.get("question").map({ QuestionID($0) }), lesson.checks.contains(id),
            let question = site.bilik.contents.current.question(id)
        else { throw Refusal.notFound }
        let visit = context.visit
        guard let answer = Answer(form, to: question, shuffle: SelfCheckView.shuffle(of: question)) else {
            var facts = try await facts(of: course, lesson, visit)
            facts.typed = [id: form]
            return page(
                course, lesson, facts, isCheckMissing: false, visit: visit, status: .unprocessableContent)
        }
        if let viewer = visit.viewer {
            try await site.bilik.answerSelfCheck(question, with: answer, in: visit.text, by: viewer.own)
            return .seeOther("/courses/\(course.slug)/\(lesson.slug)#\(SelfCheckView.anchor(of: id))")
        }
        let isRight = question.isRight(answer, in: visit.text, fold: TextKeys.folded)
        var facts = ReaderFacts()
        facts.feedback = [
            id: AnswerFeedback(
                question, answer: answer, isRight: isRight, in: visit.text, words: site.words(for: visit))
        ]
        return page(course, lesson, facts, isCheckMissing: false, visit: visit)
    }

    @Sendable private func finish(form: FormFields, context: ViewerContext) async throws -> Response {
        guard let course = context.parameters.get("course").flatMap(site.bilik.contents.current.course),
            let lesson = context.parameters.get("lesson").flatMap(course.lesson)
        else { throw Refusal.notFound }
        do {
            let next = try await site.bilik.finishLesson(lesson, of: course, by: context.viewer.own)
            return .seeOther("/courses/\(course.slug)" + (next.map { "/\($0.slug)" } ?? ""))
        } catch TrainingError.checkUnanswered {
            return .seeOther("/courses/\(course.slug)/\(lesson.slug)?unanswered=1#finish")
        }
    }

    @Sendable private func figure(request: Request, context: VisitContext) async throws -> Response {
        let course = try course(in: context)
        guard let name = context.parameters.get("file"),
            let figure = site.bilik.contents.current.figure(name, of: course.slug)
        else { throw Refusal.notFound }
        // Text the gzip middleware compresses; a figure changes rarely and is asked for again with its tag.
        return Response(
            status: .ok, headers: [.contentType: "image/svg+xml", .cacheControl: "private, max-age=3600"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: figure.bytes)))
    }

    private func page(
        _ course: Course, _ lesson: Lesson, _ facts: ReaderFacts, isCheckMissing: Bool, visit: Visit,
        status: HTTPResponse.Status = .ok
    ) -> Response {
        let content = site.bilik.contents.current
        let path = "/courses/\(course.slug)/\(lesson.slug)"
        return site.page(
            LessonPage(
                course: course, lesson: lesson, progress: facts.progress, isCheckMissing: isCheckMissing,
                content: content, visit: visit, words: site.words(for: visit)
            ) { id in
                site.selfCheck(
                    id, on: path, feedback: facts.feedback[id], typed: facts.typed[id], content: content, visit: visit)
            }, for: visit, status: status)
    }

    private func course(in context: VisitContext) throws -> Course {
        guard let course = context.parameters.get("course").flatMap(site.bilik.contents.current.course) else {
            throw Refusal.notFound
        }
        guard course.isOpen || context.visit.viewer != nil else {
            throw Refusal.signInFirst(back: context.visit.location)
        }
        return course
    }

    private func lesson(in context: VisitContext) throws -> (Course, Lesson) {
        let course = try course(in: context)
        guard let lesson = context.parameters.get("lesson").flatMap(course.lesson) else { throw Refusal.notFound }
        return (course, lesson)
    }

    private func progress(of viewer: Viewer?) async throws -> [CourseProgress]? {
        guard let person = viewer?.person else { return nil }
        return try await site.bilik.database.read { try $0.progress(of: person) }
    }

    private func progress(in course: Course, of viewer: Viewer?) async throws -> CourseProgress? {
        guard let viewer else { return nil }
        return try await site.bilik.database.read { try $0.progress(of: viewer.person, in: course.slug) }
    }

    private func facts(of course: Course, _ lesson: Lesson, _ visit: Visit) async throws -> ReaderFacts {
        guard let owner = visit.viewer?.own else { return ReaderFacts() }
        let (progress, checks) = try await site.bilik.database.read { connection in
            (
                try connection.progress(of: owner.person, in: course.slug),
                try connection.selfChecks(of: owner, among: lesson.checks)
            )
        }
        var facts = ReaderFacts(progress: progress)
        for (id, stored) in checks {
            guard let question = site.bilik.contents.current.question(id) else { continue }
            facts.feedback[id] = AnswerFeedback(
                question, answer: stored.answer, isRight: stored.isRight, in: visit.text, words: site.words(for: visit))
        }
        return facts
    }
}

/// What a lesson shows of its reader.
private struct ReaderFacts {
    var progress: CourseProgress?
    var feedback: [QuestionID: AnswerFeedback] = [:]
    /// Forms that held no answer, or half of one: they are shown again as they were filled in.
    var typed: [QuestionID: FormFields] = [:]
}
