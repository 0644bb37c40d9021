import Assessment
import Competencies
import Courseware
import Organization
import Training

/// What somebody should know before an exam begins.
struct ExamStartPage: Page {
    static let template = "exam-start"
    let title: String
    let summary: String
    let summaryLanguage: String
    let requirements: [String]
    let length: Int
    let minutes: Int
    let hasExtraTime: Bool
    let validMonths: Int
    let waitDays: Int
    let mostPerYear: Int
    let sittings: Int
    let startPath: String
    let openPath: String?
    let notBefore: String?
    let held: String?
    let canStart: Bool
    let languages: [LanguageChoice]
    let courses: [Link]
    let fault: String?
    var section: Section { .certificates }
    var isColumn: Bool { true }

    struct Facts: Sendable {
        let today: Day
        let person: Person?
        let sittings: [Day]
        let open: Attempt?
        let held: Certificate?
    }

    struct LanguageChoice: Sendable {
        let code: String
        let label: String
        let isChosen: Bool
    }

    struct Link: Sendable {
        let path: String
        let title: String
    }

    init(
        _ certification: Certification, facts: Facts, content: Content, visit: Visit, fault: String?, words: Words
    ) {
        let language = visit.language
        let dates = DateWords(words: words)
        let levels = LevelWords(framework: content.framework, language: language, words: words)
        title = certification.name[language]
        summary = certification.summary[visit.text]
        summaryLanguage = visit.text.rawValue
        requirements = certification.requires.map { "\(levels.competency($0.competency)): \(levels.name($0.level))" }
        length = certification.exam.length
        let extra = facts.person?.extraTimePercent ?? 0
        minutes = certification.exam.minutes * (100 + extra) / 100
        hasExtraTime = extra > 0
        validMonths = certification.validMonths
        waitDays = certification.retake.waitDays
        mostPerYear = certification.retake.mostPerYear
        sittings = facts.sittings.count
        startPath = "/certifications/\(certification.id)/start"
        openPath = facts.open.map { "/attempts/\($0.id)" }
        let earliest = certification.retake.nextSitting(after: facts.sittings, today: facts.today)
        notBefore = facts.open == nil && earliest > facts.today ? dates.long(earliest) : nil
        held = facts.held.map { dates.long($0.validThrough) }
        canStart = facts.open == nil && notBefore == nil
        languages = [
            LanguageChoice(code: "az", label: "Azərbaycan dili", isChosen: visit.text == .az),
            LanguageChoice(code: "en", label: "English", isChosen: visit.text == .en),
        ]
        courses = certification.courses.compactMap { content.course($0) }.map {
            Link(path: "/courses/\($0.slug)", title: $0.title[visit.text])
        }
        self.fault = fault
    }
}
