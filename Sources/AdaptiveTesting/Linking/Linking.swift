import Glibc

/// Common items, with their parameters on the form to be moved and on the form whose scale stays.
package struct Linking: Sendable {
    private let moved: [ItemParameters]
    private let base: [ItemParameters]

    /// The same items in the same order, from either form.
    package init(from moved: [ItemParameters], to base: [ItemParameters]) throws(LinkingError) {
        guard moved.count == base.count else { throw .unpaired }
        guard !moved.isEmpty else { throw .tooFewItems(needed: 1) }
        self.moved = moved
        self.base = base
    }

    /// What turns abilities and items of the moved form into those of the base.
    package func link(by method: LinkingMethod) throws(LinkingError) -> ScaleLink {
        switch method {
        case .meanMean:
            link(slope: mean(moved.map(\.discrimination)) / mean(base.map(\.discrimination)))
        case .meanGeometricMean:
            link(slope: exp(mean(moved.map { log($0.discrimination) }) - mean(base.map { log($0.discrimination) })))
        case .meanSigma:
            try meanSigma()
        case .haebara:
            CurveFit(moved: moved, base: base, sumsItems: false).link(from: start)
        case .stockingLord:
            CurveFit(moved: moved, base: base, sumsItems: true).link(from: start)
        }
    }

    private var start: ScaleLink {
        link(slope: exp(mean(moved.map { log($0.discrimination) }) - mean(base.map { log($0.discrimination) })))
    }

    private func link(slope: Double) -> ScaleLink {
        ScaleLink(
            slope: slope, intercept: mean(base.map(\.difficulty)) - slope * mean(moved.map(\.difficulty)))
    }

    private func meanSigma() throws(LinkingError) -> ScaleLink {
        guard moved.count > 1 else { throw .tooFewItems(needed: 2) }
        let (from, to) = (squaredSpread(moved.map(\.difficulty)), squaredSpread(base.map(\.difficulty)))
        guard from > 0, to > 0 else { throw .noSpread }
        return link(slope: (to / from).squareRoot())
    }
}

private func mean(_ values: [Double]) -> Double {
    values.reduce(0, +) / Double(values.count)
}

private func squaredSpread(_ values: [Double]) -> Double {
    let mean = mean(values)
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
}
