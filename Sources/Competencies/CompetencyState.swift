package import AdaptiveTesting
package import Organization

/// What is known of a person's ability in one competency, as of a day.
///
/// The certified state rests on exams and accepted evidence; the private state on practice and placement, and is the
/// person's alone. The two are the same kind of value, kept and read apart.
package struct CompetencyState: Hashable, Sendable {
    package let competency: CompetencyID
    package let estimate: AbilityEstimate
    package let day: Day

    package init(competency: CompetencyID, estimate: AbilityEstimate, day: Day) {
        self.competency = competency
        self.estimate = estimate
        self.day = day
    }

    /// The state as it is to be read on `today`: variance grows with age, up to the prior's.
    package func aged(to today: Day, on scale: Scale) -> CompetencyState {
        let months = Double(day.months(until: today))
        let variance = estimate.standardError * estimate.standardError
        // A state less certain than the prior (an extreme pattern) must not become more certain by ageing.
        let ceiling = max(scale.priorSD * scale.priorSD, variance)
        let aged = min(variance + months * scale.varianceGrowthPerMonth, ceiling)
        return CompetencyState(
            competency: competency,
            estimate: AbilityEstimate(ability: estimate.ability, standardError: aged.squareRoot()), day: today)
    }
}
