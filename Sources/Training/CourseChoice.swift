package import Competencies

extension [Course] {
    /// The course to take now for a gap, or nothing where none leads farther than the person has come.
    ///
    /// Of those that teach the competency it is the one that goes as far as the need and no farther, or else the one that
    /// goes farthest; and before it, one after another, the courses that it requires.
    ///
    /// - Parameters:
    ///   - finished: slugs of the courses that the person has finished.
    ///   - path: the job role's learning path, whose courses go before others that do the same.
    package func course(closing gap: Gap, finished: Set<String>, path: [String] = []) -> Course? {
        func rank(_ course: Course) -> Int { course.teaches[gap.competency]?.rank ?? 0 }
        let teaching = filter { rank($0) > gap.held?.rank ?? 0 }
        let enough = teaching.filter { rank($0) >= gap.needed.rank }
        let goal = enough.isEmpty ? teaching.map(rank).max() : enough.map(rank).min()
        let fitting = teaching.filter { rank($0) == goal }
        let chosen = path.lazy.compactMap { slug in fitting.first { $0.slug == slug } }.first ?? fitting.first
        return chosen.map { beginning(of: $0, finished: finished) }
    }

    /// The loader refuses courses that require themselves, so this ends.
    private func beginning(of course: Course, finished: Set<String>) -> Course {
        let missing = course.prerequisites.first { !finished.contains($0) }
        guard let earlier = missing.flatMap({ slug in first { $0.slug == slug } }) else { return course }
        return beginning(of: earlier, finished: finished)
    }
}
