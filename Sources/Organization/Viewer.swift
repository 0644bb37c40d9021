/// Whoever is asking, signed in.
package struct Viewer: Hashable, Sendable {
    package let person: PersonID
    package let name: PersonName
    package let language: Language
    package let posting: Posting
    package let roles: Set<Role>

    package init(person: PersonID, name: PersonName, language: Language, posting: Posting, roles: Set<Role>) {
        self.person = person
        self.name = name
        self.language = language
        self.posting = posting
        self.roles = roles
    }

    package func has(_ kind: Role.Kind) -> Bool { roles.contains { $0.kind == kind } }

    /// The viewer's own record: the only key to private states, practice and placement.
    package var own: OwnRecord { OwnRecord(person: person) }

    /// Whose certified side the viewer may see as HR officer.
    package var staffScope: Scope? {
        let agencies = roles.reduce(into: Set<AgencyID>()) { found, role in
            if case .hrOfficer(let agencies) = role { found.formUnion(agencies) }
        }
        return agencies.isEmpty ? nil : .agencies(agencies)
    }

    /// Which units' reports the viewer may read.
    package var reportScope: Scope? {
        if has(.electronicController) { return .state }
        let units = roles.reduce(into: Set<UnitID>()) { found, role in
            if case .reportingOfficer(let unit) = role { found.insert(unit) }
        }
        return units.isEmpty ? nil : .units(units)
    }

    /// Whose pages the viewer may open one by one, each opening logged with its purpose.
    package var drillDownScope: Scope? { has(.electronicController) ? .state : staffScope }

    /// Whose accounts the viewer may open with activation codes.
    package var accountScope: Scope? { has(.administrator) ? .state : staffScope }
}

/// What a viewer may see; a query demands it and turns it into its WHERE clause.
package enum Scope: Hashable, Sendable {
    case units(Set<UnitID>)
    case agencies(Set<AgencyID>)
    case state
}

/// A person's right to their own private data; only a signed-in viewer gives one out.
package struct OwnRecord: Hashable, Sendable {
    package let person: PersonID

    fileprivate init(person: PersonID) {
        self.person = person
    }
}
