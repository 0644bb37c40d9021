package import Assessment
package import Competencies
package import Training

/// Everything that the folders `courses/` and `question-banks/` say, free of faults.
package struct Content: Sendable {
    package let framework: Framework
    package let certifications: [Certification]
    package let jobRoles: [JobRole]
    /// In the order of their slugs.
    package let courses: [Course]
    package let questions: [QuestionID: Question]
    /// By course slug and file name; served at `/courses/<slug>/files/<name>`, and nothing else is.
    package let figures: [String: [String: Figure]]

    private let practice: [CompetencyID: [Question]]
    private let exam: [CompetencyID: [Question]]

    package init(
        framework: Framework, certifications: [Certification], jobRoles: [JobRole], courses: [Course],
        questions: [QuestionID: Question], figures: [String: [String: Figure]]
    ) {
        self.framework = framework
        self.certifications = certifications
        self.jobRoles = jobRoles
        self.courses = courses
        self.questions = questions
        self.figures = figures
        let inOrder = questions.values.sorted { $0.id < $1.id }
        practice = Dictionary(grouping: inOrder.filter { $0.use == .practice }, by: \.competency)
        exam = Dictionary(grouping: inOrder.filter { $0.use == .exam }, by: \.competency)
    }

    package func course(_ slug: String) -> Course? { courses.first { $0.slug == slug } }

    /// The course to take for a competency: of those that reach the level, or else of all that teach it, the one with the
    /// most lessons on it.
    package func course(teaching competency: CompetencyID, to level: Level?) -> Course? {
        let teaching = courses.filter { $0.teaches[competency] != nil }
        let reaching = teaching.filter { course in level.map { course.teaches[competency] ?? $0 >= $0 } ?? true }
        return (reaching.isEmpty ? teaching : reaching).max { first, second in
            // Of equals the first by slug.
            (first.lessons(on: competency), second.slug) < (second.lessons(on: competency), first.slug)
        }
    }

    package func certification(_ id: String) -> Certification? { certifications.first { $0.id == id } }

    package func jobRole(_ id: String) -> JobRole? { jobRoles.first { $0.id == id } }

    package func question(_ id: QuestionID) -> Question? { questions[id] }

    /// In the order of their ids.
    package func practiceQuestions(of competency: CompetencyID) -> [Question] { practice[competency, default: []] }

    /// In the order of their ids.
    package func examQuestions(of competency: CompetencyID) -> [Question] { exam[competency, default: []] }

    package func figure(_ name: String, of course: String) -> Figure? { figures[course]?[name] }
}

extension Course {
    fileprivate func lessons(on competency: CompetencyID) -> Int { lessons.count { $0.competency == competency } }
}
