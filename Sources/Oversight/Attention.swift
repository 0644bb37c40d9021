package import Organization

/// The units of an overview that need the Electronic Controller's hand first, each list with the worst on top.
package struct Attention: Hashable, Sendable {
    /// People work there, and none of them has finished a course in the twelve months before.
    package let untrained: [Place]
    /// Certificates have run out and were not renewed.
    package let expired: [Place]
    /// Training coverage has fallen far since the last period.
    package let falling: [Place]
    /// Nobody is posted there.
    package let empty: [Place]

    /// A unit together with its agency.
    package struct Place: Hashable, Sendable {
        package let agency: Agency
        package let unit: UnitOverview
    }

    /// From so many points on a fall of coverage is worth a question.
    package static let noticeableFall = 10

    package init(_ overview: Overview) {
        let places = overview.agencies.flatMap { agency in
            agency.units.map { Place(agency: agency.agency, unit: $0) }
        }
        untrained = places.filter { $0.figures.headcount > 0 && $0.figures.trained == 0 }
            .sorted { $0.figures.headcount > $1.figures.headcount }
        expired = places.filter { $0.figures.expired > 0 }.sorted { $0.figures.expired > $1.figures.expired }
        falling = places.filter { ($0.unit.noticeableFall ?? 0) >= Self.noticeableFall }
            .sorted { ($0.unit.noticeableFall ?? 0) > ($1.unit.noticeableFall ?? 0) }
        empty = places.filter { $0.figures.headcount == 0 }
    }

    package var isEmpty: Bool { untrained.isEmpty && expired.isEmpty && falling.isEmpty && empty.isEmpty }
}

extension Attention.Place {
    package var figures: UnitFigures { unit.figures }
}

extension UnitOverview {
    /// Points by which coverage fell, where enough people stand behind it.
    ///
    /// In a handful of people one who leaves moves it further than is worth a question.
    fileprivate var noticeableFall: Int? {
        guard figures.headcount >= Self.fewest, previous.headcount >= Self.fewest, let now = figures.coverage.percent,
            let before = previous.coverage.percent
        else { return nil }
        return before - now
    }

    private static var fewest: Int { 10 }
}
