package import Organization

/// Every unit in scope in one period, by agency, beside the period before.
package struct Overview: Hashable, Sendable {
    package let period: Period
    /// The day that the figures speak of: the period's last, or today while it runs.
    package let asOf: Day
    /// In the order of the Azerbaijani alphabet.
    package let agencies: [AgencyOverview]

    package init(period: Period, asOf: Day, agencies: [AgencyOverview]) {
        self.period = period
        self.asOf = asOf
        self.agencies = agencies
    }

    package var figures: UnitFigures { agencies.reduce(.none) { $0 + $1.figures } }

    package var previous: UnitFigures { agencies.reduce(.none) { $0 + $1.previous } }

    package var shownProfile: Withheld<Share> {
        GatheredShare(gathering: agencies.map { $0.gathered(\.figures) }).shown
    }

    package var previousShownProfile: Withheld<Share> {
        GatheredShare(gathering: agencies.map { $0.gathered(\.previous) }).shown
    }
}

/// One agency's units, and their sums.
package struct AgencyOverview: Hashable, Sendable {
    package let agency: Agency
    package let units: [UnitOverview]

    package init(agency: Agency, units: [UnitOverview]) {
        self.agency = agency
        self.units = units
    }

    package var figures: UnitFigures { units.reduce(.none) { $0 + $1.figures } }

    package var previous: UnitFigures { units.reduce(.none) { $0 + $1.previous } }

    /// What may be shown of the agency's profile; `figures` holds all of it and is not for showing.
    package var shownProfile: Withheld<Share> { gathered(\.figures).shown }

    package var previousShownProfile: Withheld<Share> { gathered(\.previous).shown }

    fileprivate func gathered(_ figures: KeyPath<UnitOverview, UnitFigures>) -> GatheredShare {
        GatheredShare(gathering: units.map { GatheredShare(of: $0[keyPath: figures].profile) })
    }
}

package struct UnitOverview: Hashable, Sendable {
    package let unit: AgencyUnit
    package let figures: UnitFigures
    package let previous: UnitFigures

    package init(unit: AgencyUnit, figures: UnitFigures, previous: UnitFigures) {
        self.unit = unit
        self.figures = figures
        self.previous = previous
    }
}
