package import AdaptiveTesting
package import Competencies
package import Organization

/// What can be certified: the competencies and levels, the exam that shows them, and how long it holds.
package struct Certification: Hashable, Sendable, Codable {
    package let id: String
    package let name: LocalizedName
    package let summary: LocalizedText
    package let requires: [Requirement]
    package let exam: Exam
    package let validMonths: Int
    package let retake: RetakePolicy
    /// Slugs of the courses that prepare for it.
    package let courses: [String]

    package init(
        id: String, name: LocalizedName, summary: LocalizedText, requires: [Requirement], exam: Exam, validMonths: Int,
        retake: RetakePolicy, courses: [String]
    ) {
        self.id = id
        self.name = name
        self.summary = summary
        self.requires = requires
        self.exam = exam
        self.validMonths = validMonths
        self.retake = retake
        self.courses = courses
    }

    /// A competency and the level that the certificate says its holder has.
    package struct Requirement: Hashable, Sendable, Codable {
        package let competency: CompetencyID
        package let level: Level

        package init(competency: CompetencyID, level: Level) {
            self.competency = competency
            self.level = level
        }
    }

    package struct Exam: Hashable, Sendable, Codable {
        /// Questions of the balanced form; of an adaptive exam the most.
        package let length: Int
        /// Fewer answers than this is an unfinished exam, and an adaptive exam never stops before.
        package let minimumLength: Int
        package let minutes: Int
        /// The ability to reach in every required competency; the cut of the required level where there is none.
        package let cut: Double?
        package let blueprint: Blueprint

        package init(length: Int, minimumLength: Int, minutes: Int, cut: Double?, blueprint: Blueprint) {
            self.length = length
            self.minimumLength = minimumLength
            self.minutes = minutes
            self.cut = cut
            self.blueprint = blueprint
        }
    }

    /// The ability to reach in each required competency.
    package func cuts(in framework: Framework) -> [CompetencyID: Double] {
        requires.reduce(into: [:]) { cuts, requirement in
            let levelCuts = framework.cuts(of: requirement.competency)
            let index = min(max(requirement.level.rank - 1, 0), levelCuts.count - 1)
            cuts[requirement.competency] = exam.cut ?? (levelCuts.isEmpty ? 0 : levelCuts[index])
        }
    }
}

/// When a person may sit an exam again.
package struct RetakePolicy: Hashable, Sendable, Codable {
    /// Days from one sitting to the next.
    package let waitDays: Int
    /// Sittings within twelve months, the first included.
    package let mostPerYear: Int

    package init(waitDays: Int, mostPerYear: Int) {
        self.waitDays = waitDays
        self.mostPerYear = mostPerYear
    }

    /// The first day on which one more sitting is allowed; `today` or earlier means now.
    ///
    /// - Parameter sittings: the days of earlier sittings that count, in any order.
    package func nextSitting(after sittings: [Day], today: Day) -> Day {
        let past = sittings.sorted()
        guard let last = past.last else { return today }
        var earliest = last.adding(days: waitDays)
        let lastYear = past.filter { $0.adding(months: 12) > today }
        if lastYear.count >= mostPerYear {
            // The sitting that must fall out of the year before another fits in.
            let blocking = lastYear[lastYear.count - mostPerYear]
            earliest = max(earliest, blocking.adding(months: 12))
        }
        return earliest
    }
}
