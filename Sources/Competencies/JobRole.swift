package import Organization

/// A kind of post, and the level that it needs in each competency (its role profile).
package struct JobRole: Hashable, Sendable, Codable {
    package let id: String
    package let name: LocalizedName
    package let needs: [CompetencyID: Level]
    /// The learning path: slugs of the courses that lead there, in the order in which to take them.
    package let path: [String]

    package init(id: String, name: LocalizedName, needs: [CompetencyID: Level], path: [String] = []) {
        self.id = id
        self.name = name
        self.needs = needs
        self.path = path
    }

    /// The same job role with some of its needs only.
    package func needing(only isMeant: (CompetencyID) -> Bool) -> JobRole {
        JobRole(id: id, name: name, needs: needs.filter { isMeant($0.key) }, path: path)
    }

    /// What lies between the levels held and the profile, by competency, in the order of their codes.
    package func gaps(holding held: [CompetencyID: Level]) -> [Gap] {
        needs.sorted { $0.key < $1.key }.map { Gap(competency: $0.key, needed: $0.value, held: held[$0.key]) }
    }
}

/// The distance between what a job role needs in a competency and what the person holds.
package struct Gap: Hashable, Sendable {
    package let competency: CompetencyID
    package let needed: Level
    /// Nothing when nothing has been shown yet.
    package let held: Level?

    package init(competency: CompetencyID, needed: Level, held: Level?) {
        self.competency = competency
        self.needed = needed
        self.held = held
    }

    /// Levels still missing; zero when the profile is met.
    package var missing: Int { max(0, needed.rank - (held?.rank ?? 0)) }
}
