package import Competencies
package import Organization

/// What one unit did in one period, as figures.
package struct ActivityReport: Hashable, Sendable {
    package let agency: Agency
    package let unit: AgencyUnit
    package let period: Period
    /// The day that the figures speak of: the period's last, or today while it runs.
    package let asOf: Day
    package let figures: UnitFigures
    package let previous: UnitFigures
    /// How many people stand at each level, by competency that somebody's job role needs.
    package let distributions: [LevelDistribution]

    package init(
        agency: Agency, unit: AgencyUnit, period: Period, asOf: Day, figures: UnitFigures, previous: UnitFigures,
        distributions: [LevelDistribution]
    ) {
        self.agency = agency
        self.unit = unit
        self.period = period
        self.asOf = asOf
        self.figures = figures
        self.previous = previous
        self.distributions = distributions
    }
}

/// How the people of a unit stand in one competency, by the certified state.
package struct LevelDistribution: Hashable, Sendable {
    package let competency: CompetencyID
    /// People at *not yet basic*, then at each level in rising order.
    package let counts: [Int]

    package init(competency: CompetencyID, counts: [Int]) {
        self.competency = competency
        self.counts = counts
    }

    package var people: Int { counts.reduce(0, +) }

    package var shown: Withheld<[Int]> { Withheld(counts, restsOn: people) }
}
