import Courseware
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
        let courses = site.bilik.contents.current.courses.filter { $0.isOpen || viewer != nil }
        let progress = try await progress(of: viewer)
        return site.page(
            CourseListPage(
                courses: courses, progress: progress, text: context.visit.text, words: site.words(for: context.visit)),
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
        let (progress, checks) = try await facts(of: course, lesson, viewer)
        if let viewer {
            try await site.bilik.openLesson(lesson, of: course, progress: progress, by: viewer.own)
        }
        let content = site.bilik.contents.current
        let feedback = checks.reduce(into: [QuestionID: AnswerFeedback]()) { feedback, stored in
            guard let question = content.question(stored.key) else { return }
            feedback[stored.key] = AnswerFeedback(
                question, answer: stored.value.answer, isRight: stored.value.isRight, in: context.visit.text,
                words: site.words(for: context.visit))
        }
        let isMissing = request.uri.queryParameters["unanswered"] != nil
        return page(
            course, lesson, progress: progress, feedback: feedback, isCheckMissing: isMissing, content: content,
            visit: context.visit)
    }

    /// Stores a signed-in reader's answer; to a reader without an account it only says what it is worth.
    @Sendable private func check(form: FormFields, context: VisitContext) async throws -> Response {
        let (course, lesson) = try lesson(in: context)
        let content = site.bilik.contents.current
        guard let id = context.parameters.get("question").map({ QuestionID($0) }), lesson.checks.contains(id),
            let question = content.question(id)
        else { throw Refusal.notFound }
        let words = site.words(for: context.visit)
        let path = "/courses/\(course.slug)/\(lesson.slug)"
        guard let answer = Answer(form, to: question, shuffle: SelfCheckView.shuffle(of: question)) else {
            return .seeOther("\(path)?unanswered=1#\(SelfCheckView.anchor(of: id))")
        }
        if let viewer = context.visit.viewer {
            try await site.bilik.answerSelfCheck(question, with: answer, in: context.visit.text, by: viewer.own)
            return .seeOther("\(path)#\(SelfCheckView.anchor(of: id))")
        }
        let isRight = question.isRight(answer, in: context.visit.text, fold: TextKeys.folded)
        let feedback = AnswerFeedback(
            question, answer: answer, isRight: isRight, in: context.visit.text, words: words)
        return page(
            course, lesson, progress: nil, feedback: [id: feedback], isCheckMissing: false, content: content,
            visit: context.visit)
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
        _ course: Course, _ lesson: Lesson, progress: CourseProgress?, feedback: [QuestionID: AnswerFeedback],
        isCheckMissing: Bool, content: Content, visit: Visit
    ) -> Response {
        let path = "/courses/\(course.slug)/\(lesson.slug)"
        return site.page(
            LessonPage(
                course: course, lesson: lesson, progress: progress, isCheckMissing: isCheckMissing, content: content,
                visit: visit, words: site.words(for: visit)
            ) { id in
                site.selfCheck(id, on: path, feedback: feedback[id], content: content, visit: visit)
            }, for: visit)
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

    private func progress(of viewer: Viewer?) async throws -> [CourseProgress] {
        guard let person = viewer?.person else { return [] }
        return try await site.bilik.database.read { try $0.progress(of: person) }
    }

    private func progress(in course: Course, of viewer: Viewer?) async throws -> CourseProgress? {
        guard let viewer else { return nil }
        return try await site.bilik.database.read { try $0.progress(of: viewer.person, in: course.slug) }
    }

    private func facts(
        of course: Course, _ lesson: Lesson, _ viewer: Viewer?
    ) async throws -> (CourseProgress?, [QuestionID: StoredCheck]) {
        guard let viewer else { return (nil, [:]) }
        let owner = viewer.own
        return try await site.bilik.database.read { connection in
            (
                try connection.progress(of: owner.person, in: course.slug),
                try connection.selfChecks(of: owner, among: lesson.checks)
            )
        }
    }
}
