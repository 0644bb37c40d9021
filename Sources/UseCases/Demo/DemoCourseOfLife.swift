import AdaptiveTesting
import Assessment
import Competencies
import Courseware
import Organization
import Training

/// What happens to a person's post: nearly everybody stays, one in twenty is transferred, one in twenty-five leaves.
enum DemoTurn: Sendable {
    case stays, moves, leaves

    init(index: Int) {
        // By turns and not by chance: a small world has its transfer and its leaver too.
        self = index % 20 == 7 ? .moves : index % 25 == 11 ? .leaves : .stays
    }
}

/// Plans what an ordinary person does over the two years: courses, practice, exams, transfer or leaving.
struct DemoCourseOfLife {
    let calendar: DemoCalendar
    let content: Content
    let turn: DemoTurn

    /// - Parameter diligence: how likely the person finishes what they were assigned.
    func plan(_ life: inout DemoLife, diligence: Double) {
        planTurn(&life)
        var read: [String: Day] = [:]
        for course in readingList(of: &life) where course.prerequisites.allSatisfy({ read[$0] != nil }) {
            if let day = plan(course, in: &life, diligence: diligence) { read[course.slug] = day }
        }
        planPractice(&life, isReader: !read.isEmpty)
        planExams(&life, read: read, diligence: diligence)
    }

    /// What a person comes to: some of the courses that teach what the job role needs, and now and then another.
    private func readingList(of life: inout DemoLife) -> [Course] {
        let needs = content.jobRole(life.jobRole)?.needs ?? [:]
        let fitting = content.courses.filter { course in course.teaches.keys.contains { needs[$0] != nil } }
        let others = life.generator.happens(0.25) ? content.courses : []
        let chosen = life.generator.shuffled(fitting).prefix(3) + life.generator.shuffled(others).prefix(1)
        let slugs = Set(chosen.map(\.slug))
        return content.courses.filter { slugs.contains($0.slug) }
    }

    /// Answers the day on which the course is finished, where it is.
    private func plan(_ course: Course, in life: inout DemoLife, diligence: Double) -> Day? {
        let campaigns = life.agency.campaigns.flatMap {
            Array(repeating: calendar.months(ago: $0.key), count: $0.value)
        }
        let campaign = life.generator.element(of: campaigns.filter { $0 > life.hired })
        let isAssigned = campaign != nil && life.generator.happens(0.8)
        let start: Day
        if let campaign, isAssigned {
            life.agenda.add(
                .isAssigned(course: course.slug, due: campaign.adding(days: Self.daysToFinish)),
                at: calendar.morning(of: campaign))
            start = campaign.adding(days: life.generator.number(in: 1...75))
        } else {
            // Of one's own accord: some day of the history, after having arrived.
            let first = max(calendar.begin, life.hired).adding(days: 5)
            start = first.adding(days: life.generator.number(in: 0...max(1, first.days(until: calendar.today))))
        }
        let zeal = isAssigned ? diligence : diligence * 0.6
        let draw = life.generator.fraction()
        let count = course.lessons.count
        // Not begun at all, begun only, or read to the end.
        guard draw < zeal + 0.14, start < calendar.today else { return nil }
        let lessons = draw < zeal ? count : life.generator.number(in: 0...max(0, count - 2))
        let end = life.plan(
            lessons: lessons, of: count, in: course.slug, from: start, on: calendar, mostDaysBetween: 6)
        return lessons == count ? end : nil
    }

    private func planPractice(_ life: inout DemoLife, isReader: Bool) {
        guard life.generator.happens(isReader ? 0.42 : 0.2) else { return }
        let practised = content.framework.competencies.map(\.id).filter { !content.practiceQuestions(of: $0).isEmpty }
        guard let competency = life.generator.element(of: practised) else { return }
        let first = max(calendar.begin, life.hired).adding(days: 20)
        let span = max(1, first.days(until: calendar.today))
        var day = first.adding(days: life.generator.number(in: 0...span))
        let purposes: [Purpose] = life.generator.happens(0.5) ? [.placement, .practice] : [.practice, .practice]
        for purpose in purposes.prefix(life.generator.number(in: 1...2)) where day < calendar.today {
            life.agenda.add(
                .practises(purpose, competency, breaksOff: life.generator.happens(0.06)),
                at: calendar.instant(on: day, using: &life.generator))
            day = day.adding(days: life.generator.number(in: 2...25))
        }
    }

    private func planExams(_ life: inout DemoLife, read: [String: Day], diligence: Double) {
        guard life.generator.happens(read.isEmpty ? 0.15 + 0.55 * diligence : 0.97) else { return }
        // A little more than one certification a person, however many there are.
        let likelihood = min(0.56, 1.1 / Double(max(1, content.certifications.count)))
        for certification in content.certifications where life.generator.happens(likelihood) {
            let prepared = certification.courses.compactMap { read[$0] }.max()
            let first = max(calendar.begin, life.hired).adding(days: 15)
            let day =
                prepared?.adding(days: life.generator.number(in: 2...50))
                ?? first.adding(days: life.generator.number(in: 0...max(1, first.days(until: calendar.today))))
            guard day < calendar.today else { continue }
            life.agenda.add(
                .sits(certification: certification.id), at: calendar.instant(on: day, using: &life.generator))
        }
    }

    private func planTurn(_ life: inout DemoLife) {
        let span = calendar.begin.days(until: calendar.today)
        let day = calendar.begin.adding(days: life.generator.number(in: span / 6...span - 15))
        switch turn {
        case .stays:
            break
        case .leaves:
            life.agenda.add(.leaves, at: calendar.opening(of: day))
        case .moves:
            let isWithin = life.generator.happens(0.7)
            let agencies = DemoAgency.all.filter { ($0.code == life.agency.code) == isWithin }
            let units = agencies.flatMap(\.units).filter { $0.code != life.unit && $0.most == .max }
            guard let unit = life.generator.element(of: units) else { return }
            let jobRole = unit.work.jobRole(
                isHead: false, among: content.jobRoles.map(\.id), using: &life.generator)
            life.agenda.add(.moves(unit: unit.code, jobRole: jobRole), at: calendar.opening(of: day))
        }
    }

    /// Days that an assignment leaves.
    private static let daysToFinish = 60
}
