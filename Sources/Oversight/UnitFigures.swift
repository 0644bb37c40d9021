/// What is known of one unit on one day, as counts.
package struct UnitFigures: Hashable, Sendable, Codable {
    /// People posted to the unit on that day.
    package let headcount: Int
    /// Of them, those who finished a course in the twelve months before.
    package let trained: Int
    /// Certificates of those people that are valid for longer than the expiring span.
    package let valid: Int
    package let expiring: Int
    package let expired: Int
    /// People whose job role needs something, and of them those at or above all of it by the certified state.
    package let profile: Share

    package init(headcount: Int, trained: Int, valid: Int, expiring: Int, expired: Int, profile: Share) {
        self.headcount = headcount
        self.trained = trained
        self.valid = valid
        self.expiring = expiring
        self.expired = expired
        self.profile = profile
    }

    package var coverage: Share { Share(part: trained, whole: headcount) }

    /// What may be shown of the profile, which is inferred from ability.
    package var shownProfile: Withheld<Share> { Withheld(profile, restsOn: profile.whole) }

    package static func + (left: UnitFigures, right: UnitFigures) -> UnitFigures {
        UnitFigures(
            headcount: left.headcount + right.headcount, trained: left.trained + right.trained,
            valid: left.valid + right.valid, expiring: left.expiring + right.expiring,
            expired: left.expired + right.expired,
            profile: Share(
                part: left.profile.part + right.profile.part, whole: left.profile.whole + right.profile.whole))
    }

    package static let none = UnitFigures(
        headcount: 0, trained: 0, valid: 0, expiring: 0, expired: 0, profile: Share(part: 0, whole: 0))
}

/// So many of so many.
package struct Share: Hashable, Sendable, Codable {
    package let part: Int
    package let whole: Int

    package init(part: Int, whole: Int) {
        self.part = part
        self.whole = whole
    }

    /// In percent, rounded to the nearest whole; nothing of nothing.
    package var percent: Int? { whole == 0 ? nil : Int((100 * Double(part) / Double(whole)).rounded()) }
}

/// A figure inferred from ability, kept back where it would point at single people.
package enum Withheld<Figure: Hashable & Sendable>: Hashable, Sendable {
    case shown(Figure)
    /// It rests on fewer than `Withheld.fewest` people.
    case tooFew

    /// The fewest people on whom a figure inferred from ability may rest.
    package static var fewest: Int { 5 }

    package init(_ figure: Figure, restsOn people: Int) {
        self = people >= Self.fewest ? .shown(figure) : .tooFew
    }

    package var shown: Figure? {
        if case .shown(let figure) = self { return figure }
        return nil
    }
}
