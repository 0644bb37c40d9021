import AdaptiveTesting
import Competencies
import FoundationEssentials
import Organization

/// One person of the demo and what lies before them, as planned before any of it happens.
struct DemoLife: Sendable {
    /// How the person answers questions.
    enum Manner: Sendable {
        /// By chance, as likely right as the ability and the question's true parameters make it.
        case byAbility
        /// Basic and intermediate questions rightly, every second one of the harder: what the six with accounts do, so
        /// that their certificates are there with every seed.
        case steadily
    }

    let staffNumber: String
    let name: PersonName
    let email: String?
    let language: Language
    let hired: Day
    let agency: DemoAgency
    let unit: String
    let jobRole: String
    let manner: Manner
    var account: DemoAccount?
    var isPersonnelOfficer = false
    /// Extra time in exams, in percent.
    var extraTimePercent = 0
    /// True abilities; training raises them.
    var abilities: [CompetencyID: Double] = [:]
    /// The chance of sitting again once a certificate has expired.
    var renewal = 0.0
    var agenda = DemoAgenda()
    var generator: SeededGenerator

    init(
        staffNumber: String, name: PersonName, email: String?, language: Language, hired: Day, agency: DemoAgency,
        unit: String, jobRole: String, manner: Manner, generator: SeededGenerator
    ) {
        self.staffNumber = staffNumber
        self.name = name
        self.email = email
        self.language = language
        self.hired = hired
        self.agency = agency
        self.unit = unit
        self.jobRole = jobRole
        self.manner = manner
        self.generator = generator
    }

    /// Plans the lessons of a course one after another, some days between; answers the day of the last.
    @discardableResult
    mutating func plan(
        lessons: Int, of count: Int, in course: String, from day: Day, on calendar: DemoCalendar, mostDaysBetween: Int
    ) -> Day {
        var day = day
        var earliest = Date.distantPast
        // The lesson after the last finished one is opened and left.
        for lesson in 0..<min(lessons + 1, count) {
            if lesson > 0 { day = day.adding(days: generator.number(in: 1...max(1, mostDaysBetween))) }
            // A weekend moves to the Friday before, which may have had its lesson.
            let instant = max(earliest, calendar.instant(on: day, using: &generator))
            agenda.add(.reads(lesson: lesson, course: course, finishes: lesson < lessons), at: instant)
            earliest = instant.addingTimeInterval(1800)
        }
        return day
    }
}
