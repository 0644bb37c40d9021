package import Courseware
package import Organization
package import Oversight
package import Storage

extension Connection {
    /// The unit's activity report for a period; nothing where the scope does not reach the unit.
    package func activityReport(
        of unit: UnitID, in scope: Scope, period: Period, content: Content
    ) throws -> ActivityReport? {
        guard let unit = try self.unit(unit, in: scope), let agency = try agency(unit.agency) else { return nil }
        let asOf = try day(of: period)
        let own = Scope.units([unit.id])
        let figures = try figures(in: own, on: asOf, content: content)
        let previous = try self.figures(in: own, on: period.previous.lastDay, content: content)
        return ActivityReport(
            agency: agency, unit: unit, period: period, asOf: asOf, figures: figures[unit.id] ?? .none,
            previous: previous[unit.id] ?? .none,
            distributions: try levelDistributions(
                of: unit.id, in: scope, on: asOf, jobRoles: content.examinedJobRoles, framework: content.framework))
    }

    /// All units in scope in a period, those without people too.
    package func overview(in scope: Scope, period: Period, content: Content) throws -> Overview {
        let asOf = try day(of: period)
        return try overview(
            period: period, asOf: asOf, units: try units(in: scope),
            figures: try figures(in: scope, on: asOf, content: content),
            previous: try figures(in: scope, on: period.previous.lastDay, content: content))
    }

    /// The whole state in a period and in the ones before it, oldest first.
    ///
    /// - Parameter kept: figures of days long over, which need no counting again.
    package func overviews(
        through period: Period, count: Int, content: Content, kept: KeptFigures
    ) throws -> [Overview] {
        let units = try units(in: .state)
        var later = period
        var asOf = try day(of: period)
        var figures = try stateFigures(on: asOf, content: content, kept: kept)
        var overviews: [Overview] = []
        while overviews.count < count {
            let before = try stateFigures(on: later.previous.lastDay, content: content, kept: kept)
            overviews.append(
                try overview(period: later, asOf: asOf, units: units, figures: figures, previous: before))
            later = later.previous
            asOf = later.lastDay
            figures = before
        }
        return overviews.reversed()
    }

    private func stateFigures(on day: Day, content: Content, kept: KeptFigures) throws -> [UnitID: UnitFigures] {
        try kept.figures(on: day, today: today, content: content) {
            try figures(in: .state, on: day, content: content)
        }
    }

    private func overview(
        period: Period, asOf: Day, units: [AgencyUnit], figures: [UnitID: UnitFigures],
        previous: [UnitID: UnitFigures]
    ) throws -> Overview {
        let units = Dictionary(grouping: units, by: \.agency)
        return Overview(
            period: period, asOf: asOf,
            agencies: try agencies().compactMap { agency in
                units[agency.id].map { units in
                    AgencyOverview(
                        agency: agency,
                        units: units.map { unit in
                            UnitOverview(
                                unit: unit, figures: figures[unit.id] ?? .none,
                                previous: previous[unit.id] ?? .none)
                        })
                }
            })
    }

    /// The day that a report of the period speaks of: its last, or today while it runs.
    private func day(of period: Period) throws -> Day {
        guard period.firstDay <= today else { throw OversightError.notBegun(period) }
        return min(period.lastDay, today)
    }

    private func figures(in scope: Scope, on day: Day, content: Content) throws -> [UnitID: UnitFigures] {
        try unitFigures(in: scope, on: day, jobRoles: content.examinedJobRoles, framework: content.framework)
    }
}
