import Competencies
import Courseware
import Organization
import Oversight
import Synchronization

/// The figures of all units on days that are over, counted once: they no longer change.
///
/// An overview with its trend asks for six days, of which five are long gone; on a state of 100,000 people each takes a
/// second to count.
package final class KeptFigures: Sendable {
    private struct Shelf {
        var jobRoles: [JobRole] = []
        var framework: Framework?
        var figures: [Day: [UnitID: UnitFigures]] = [:]
    }

    /// An exam of a day may be closed days later, when a server that stood still comes back.
    private static let settlingDays = 7
    /// Ten years of half-years.
    private static let most = 20

    private let shelf = Mutex(Shelf())

    package init() {}

    func figures(
        on day: Day, today: Day, content: Content, count: () throws -> [UnitID: UnitFigures]
    ) rethrows -> [UnitID: UnitFigures] {
        guard day.days(until: today) > Self.settlingDays else { return try count() }
        let known = shelf.withLock { shelf in
            // Other role profiles or cuts make other figures.
            if shelf.jobRoles != content.examinedJobRoles || shelf.framework != content.framework {
                shelf = Shelf(jobRoles: content.examinedJobRoles, framework: content.framework)
            }
            return shelf.figures[day]
        }
        if let known { return known }
        let counted = try count()
        shelf.withLock { shelf in
            guard shelf.jobRoles == content.examinedJobRoles, shelf.framework == content.framework else { return }
            if shelf.figures.count >= Self.most { shelf.figures.removeAll() }
            shelf.figures[day] = counted
        }
        return counted
    }
}
