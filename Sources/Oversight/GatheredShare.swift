/// Shares added up so that no difference between what is shown points at single people.
///
/// A unit of three stays withheld beside its agency's subtotal only if the subtotal less the other units does not give
/// it away. So what is withheld below enters a sum only together with enough others that are.
package struct GatheredShare: Hashable, Sendable {
    /// What may be shown.
    package let included: Share
    private let leftOut: Share

    package init(of share: Share) {
        let isEnough = share.whole >= Withheld<Share>.fewest
        included = isEnough ? share : .none
        leftOut = isEnough ? .none : share
    }

    package init(gathering parts: [GatheredShare]) {
        let included = parts.reduce(Share.none) { $0 + $1.included }
        let rest = GatheredShare(of: parts.reduce(Share.none) { $0 + $1.leftOut })
        self.included = included + rest.included
        leftOut = rest.leftOut
    }

    package var shown: Withheld<Share> { Withheld(included, restsOn: included.whole) }
}

extension Share {
    package static let none = Share(part: 0, whole: 0)

    package static func + (left: Share, right: Share) -> Share {
        Share(part: left.part + right.part, whole: left.whole + right.whole)
    }
}
