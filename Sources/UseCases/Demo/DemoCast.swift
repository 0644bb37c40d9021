import Assessment
import Courseware
import Organization
import Training

/// The lives that are told rather than drawn: those of the six accounts and of each agency's HR officer.
struct DemoCast {
    let calendar: DemoCalendar
    let content: Content

    /// The course that the learner is reading, and that the others have read.
    private var course: Course? { content.course("personal-data-security") ?? content.courses.first }

    /// The certification whose certificate the learner holds.
    private var held: Certification? { content.certification("personal-data") ?? content.certifications.first }

    /// The one that the learner can still sit for.
    private var other: Certification? { content.certifications.first { $0.id != held?.id } }

    func play(_ account: DemoAccount, in life: inout DemoLife) {
        life.account = account
        switch account {
        case .learner: playLearner(&life)
        case .hr:
            // Held it, let it expire and has renewed it.
            readCourse(&life, monthsAgo: 26)
            sit(held, in: &life, monthsAgo: 25)
            if let held { sit(held, in: &life, on: calendar.months(ago: 25 - held.validMonths).adding(days: 9)) }
        case .reporter:
            readCourse(&life, monthsAgo: 7)
            sit(other ?? held, in: &life, monthsAgo: 5)
        case .controller:
            readCourse(&life, monthsAgo: 10)
            sit(other ?? held, in: &life, monthsAgo: 8)
        case .author:
            // Expired and not renewed: to be seen on the author's own page.
            readCourse(&life, monthsAgo: 26)
            sit(held, in: &life, monthsAgo: 25)
        case .admin:
            readCourse(&life, monthsAgo: 12)
            sit(held, in: &life, monthsAgo: 10)
            sit(other, in: &life, monthsAgo: 3)
        }
    }

    /// An HR officer without an account has read the course, as they ask of the others.
    func playPersonnelOfficer(in life: inout DemoLife) {
        readCourse(&life, monthsAgo: life.generator.number(in: 2...11))
    }

    private func playLearner(_ life: inout DemoLife) {
        if let held {
            // Valid for three weeks more.
            sit(held, in: &life, on: calendar.today.adding(days: 21).adding(months: -held.validMonths))
        }
        if let course {
            agenda(of: &life, .isAssigned(course: course.slug, due: calendar.today.adding(days: 30)), on: 32)
            life.plan(
                lessons: 3, of: course.lessons.count, in: course.slug, from: calendar.days(ago: 16), on: calendar,
                mostDaysBetween: 4)
        }
        let practised = held?.requires.map(\.competency) ?? []
        let competencies = (other?.requires.map(\.competency) ?? []).filter { !practised.contains($0) } + practised
        for (index, competency) in competencies.enumerated() {
            agenda(of: &life, .practises(.placement, competency, breaksOff: false), on: 30 - index)
            agenda(of: &life, .practises(.practice, competency, breaksOff: false), on: 9 - 3 * index)
        }
    }

    private func readCourse(_ life: inout DemoLife, monthsAgo: Int) {
        guard let course else { return }
        life.plan(
            lessons: course.lessons.count, of: course.lessons.count, in: course.slug,
            from: calendar.months(ago: monthsAgo), on: calendar, mostDaysBetween: 4)
    }

    private func sit(_ certification: Certification?, in life: inout DemoLife, monthsAgo: Int) {
        guard let certification else { return }
        sit(certification, in: &life, on: calendar.months(ago: monthsAgo))
    }

    private func sit(_ certification: Certification, in life: inout DemoLife, on day: Day) {
        let instant = calendar.instant(on: day, using: &life.generator)
        life.agenda.add(.sits(certification: certification.id), at: instant)
    }

    private func agenda(of life: inout DemoLife, _ happening: DemoHappening, on daysAgo: Int) {
        let instant = calendar.instant(on: calendar.days(ago: daysAgo), using: &life.generator)
        life.agenda.add(happening, at: instant)
    }
}
