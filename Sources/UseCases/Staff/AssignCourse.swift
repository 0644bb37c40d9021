package import Courseware
package import Organization
package import Storage

/// How an assignment to many went.
package struct CourseAssignment: Hashable, Sendable {
    package let assigned: [PersonID]
    /// Who had finished the course already: an assignment would ask nothing of them.
    package let finishedBefore: Int
}

extension Transaction {
    /// Gives people a course to finish by a day; whoever has it already gets the new day.
    ///
    /// People whom the scope does not reach, and who have left, are passed over.
    package func assign(
        course slug: String, to people: [PersonID], due: Day, in scope: Scope, by officer: PersonID, content: Content
    ) throws -> CourseAssignment {
        guard content.course(slug) != nil else { throw StaffError.unknownCourse }
        guard due >= today else { throw StaffError.dueDayPassed }
        let reached = try people.filter { try person($0, in: scope)?.status == .active }
        let open = try reached.filter { try progress(of: $0, in: slug)?.finishedDay == nil }
        for person in open { try assign(course: slug, to: person, due: due, by: officer) }
        if !open.isEmpty {
            try audit(.courseAssigned, by: officer, about: open, detail: "course=\(slug) due=\(due)")
        }
        return CourseAssignment(assigned: open, finishedBefore: reached.count - open.count)
    }
}

extension Bilik {
    package func assign(
        course slug: String, to people: [PersonID], due: Day, in scope: Scope, by officer: PersonID
    ) async throws -> CourseAssignment {
        let content = contents.current
        return try await database.write { transaction in
            try transaction.assign(
                course: slug, to: people, due: due, in: scope, by: officer, content: content)
        }
    }
}
