import Competencies
import Organization
import Training

/// Whether the courses of a learning path stand in an order that can be followed, and lead where the job role needs.
struct LearningPathCheck {
    struct Step {
        let slug: String
        let value: YAMLValue
    }

    let needs: [CompetencyID: Level]
    let courses: [Course]

    func examine(_ steps: [Step], of path: YAMLValue) {
        for (index, step) in steps.enumerated() {
            guard let course = course(step.slug) else { continue }
            let before = steps.prefix(index)
            for required in course.prerequisites where !before.contains(where: { $0.slug == required }) {
                step.value.fault(
                    "the course `\(step.slug)` requires `\(required)`, which does not stand before it",
                    mend: "put `\(required)` before it")
            }
            if let (earlier, competency) = before.lazy.compactMap({ descent(from: $0.slug, to: course) }).first {
                step.value.fault(
                    "the course `\(step.slug)` leads less far in \(competency) than `\(earlier)` before it",
                    mend: "put it before `\(earlier)` or leave it out")
            }
        }
        // What a course with faults teaches is not known.
        guard steps.allSatisfy({ course($0.slug) != nil }) else { return }
        for (competency, needed) in needs.sorted(by: { $0.key < $1.key }) {
            warnOfLack(in: competency, needed: needed, steps, path)
        }
    }

    /// The competency in which `course` teaches less than an earlier one, where it teaches nothing more than that one.
    private func descent(from earlier: String, to course: Course) -> (String, CompetencyID)? {
        guard let taught = self.course(earlier)?.teaches,
            course.teaches.allSatisfy({ $0.value <= taught[$0.key] ?? Level(0) })
        else { return nil }
        return course.teaches.sorted { $0.key < $1.key }.first { $0.value < taught[$0.key] ?? $0.value }
            .map { (earlier, $0.key) }
    }

    /// A path need not lead all the way, as long as no course leads farther and nearly to the need.
    ///
    /// Nobody whose post needs level 4 is helped by a course for beginners.
    private func warnOfLack(in competency: CompetencyID, needed: Level, _ steps: [Step], _ path: YAMLValue) {
        func rank(_ course: Course) -> Int { course.teaches[competency]?.rank ?? 0 }
        let reached = steps.compactMap { course($0.slug).map(rank) }.max() ?? 0
        let worthwhile = courses.filter { rank($0) > reached && rank($0) >= needed.rank - 1 }
        guard reached < needed.rank, let best = worthwhile.max(by: { rank($0) < rank($1) }) else { return }
        let far = reached == 0 ? "does not teach \(competency)" : "leads to level \(reached) of \(competency)"
        path.log.warning(
            path.place, "the path \(far), the job role needs level \(needed.rank)",
            mend: "add the course `\(best.slug)`")
    }

    private func course(_ slug: String) -> Course? { courses.first { $0.slug == slug } }
}
