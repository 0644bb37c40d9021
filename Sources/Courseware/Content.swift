package import Assessment
package import Competencies
package import Training

/// Everything that the folders `courses/` and `question-banks/` say, free of faults.
package struct Content: Sendable {
    package let framework: Framework
    package let certifications: [Certification]
    package let jobRoles: [JobRole]
    /// The job roles with those of their needs that an exam can show: what figures judge people by.
    ///
    /// A need that no certification requires could never be met, and with it nobody would ever meet the profile.
    package let examinedJobRoles: [JobRole]
    /// In the order of their slugs.
    package let courses: [Course]
    package let questions: [QuestionID: Question]
    /// By course slug and file name; served at `/courses/<slug>/files/<name>`, and nothing else is.
    package let figures: [String: [String: Figure]]
    package let glossary: Glossary

    private let practice: [CompetencyID: [Question]]
    private let exam: [CompetencyID: [Question]]

    package init(
        framework: Framework, certifications: [Certification], jobRoles: [JobRole], courses: [Course],
        questions: [QuestionID: Question], figures: [String: [String: Figure]],
        glossary: Glossary
    ) {
        self.framework = framework
        self.certifications = certifications
        self.jobRoles = jobRoles
        let examined = Set(certifications.flatMap { $0.requires.map(\.competency) })
        examinedJobRoles = jobRoles.map { $0.needing(only: examined.contains) }
        self.courses = courses
        self.questions = questions
        self.figures = figures
        self.glossary = glossary
        let inOrder = questions.values.sorted { $0.id < $1.id }
        practice = Dictionary(grouping: inOrder.filter { $0.use == .practice }, by: \.competency)
        exam = Dictionary(grouping: inOrder.filter { $0.use == .exam }, by: \.competency)
    }

    package func course(_ slug: String) -> Course? { courses.first { $0.slug == slug } }

    package func certification(_ id: String) -> Certification? { certifications.first { $0.id == id } }

    /// The certification that shows a level of the competency; the one that shows most of it where none goes so far.
    package func certification(showing competency: CompetencyID, at level: Level) -> Certification? {
        func shown(_ certification: Certification) -> Level {
            certification.requires.first { $0.competency == competency }?.level ?? Level(0)
        }
        let showing = certifications.filter { shown($0) > Level(0) }
        let enough = showing.filter { shown($0) >= level }
        return enough.isEmpty ? showing.max { shown($0) < shown($1) } : enough.min { shown($0) < shown($1) }
    }

    package func jobRole(_ id: String) -> JobRole? { jobRoles.first { $0.id == id } }

    package func question(_ id: QuestionID) -> Question? { questions[id] }

    /// In the order of their ids.
    package func practiceQuestions(of competency: CompetencyID) -> [Question] { practice[competency, default: []] }

    /// In the order of their ids.
    package func examQuestions(of competency: CompetencyID) -> [Question] { exam[competency, default: []] }

    package func figure(_ name: String, of course: String) -> Figure? { figures[course]?[name] }
}
