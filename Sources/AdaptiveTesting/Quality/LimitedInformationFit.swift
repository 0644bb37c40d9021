/// Whether the whole model fits: observed and expected shares of right answers to items and to pairs of items (M₂).
///
/// Maydeu-Olivares and Joe, *Psychometrika* 71 (2006), equation 12 with r = 2. Unlike the full table of patterns, pairs
/// are never too sparse.
package struct LimitedInformationFit: Hashable, Sendable {
    package let statistic: Double
    package let degreesOfFreedom: Int
    package let probability: Double
    package let approximationError: Double
}

extension FittedModel {
    /// The fit to the people who answered all items.
    ///
    /// Nil when nobody did, when there are no degrees of freedom, or with more than 60 items: the matrices grow with the
    /// fourth power of their number.
    package func limitedInformationFit(of responses: ResponseMatrix) -> LimitedInformationFit? {
        let count = items.count
        guard count == responses.itemCount, (2...60).contains(count) else { return nil }
        let margins = Margins(count)
        guard let (observed, people) = margins.observed(in: responses) else { return nil }
        let grid = grid
        let expected = margins.sets.map { grid.share(ofAll: $0) }
        let residuals = zip(observed, expected).map { $0 - $1 }
        var covariance = SymmetricMatrix(order: margins.sets.count)
        for row in margins.sets.indices {
            for column in 0...row {
                let both = Set(margins.sets[row]).union(margins.sets[column]).sorted()
                covariance[row, column] = grid.share(ofAll: both) - expected[row] * expected[column]
            }
        }
        let slopes = slopes(of: margins, on: grid)
        let degrees = margins.sets.count - slopes.count
        guard degrees > 0, let weighted = covariance.solve(residuals) else { return nil }
        let carried = slopes.compactMap { covariance.solve($0) }
        guard carried.count == slopes.count else { return nil }
        var information = SymmetricMatrix(order: slopes.count)
        for row in slopes.indices {
            for column in 0...row { information[row, column] = dot(slopes[row], carried[column]) }
        }
        let pull = slopes.map { dot($0, weighted) }
        guard let explained = information.solve(pull) else { return nil }
        let statistic = people * (dot(residuals, weighted) - dot(pull, explained))
        let excess = max(statistic - Double(degrees), 0) / (Double(degrees) * max(people - 1, 1))
        return LimitedInformationFit(
            statistic: statistic, degreesOfFreedom: degrees,
            probability: ChiSquare.tail(of: statistic, degreesOfFreedom: degrees),
            approximationError: excess.squareRoot())
    }

    /// How each margin changes with each estimated parameter, one array a parameter.
    private func slopes(of margins: Margins, on grid: Grid) -> [[Double]] {
        let curves = items.map(ItemCurve.init)
        var own: [[Double]] = []
        var common = [Double](repeating: 0, count: margins.sets.count)
        for item in items.indices {
            let points = grid.abilities.map { curves[item].point(at: $0) }
            let byLogit = points.map { (1 - $0.guessing) * $0.knowing * $0.notKnowing }
            let bySlope = zip(byLogit, grid.abilities).map { $0 * $1 }
            let slope = margins.slopes(ofItem: item, by: bySlope, on: grid)
            if model == .oneParameter { common = zip(common, slope).map { $0 + $1 } } else { own.append(slope) }
            own.append(margins.slopes(ofItem: item, by: byLogit, on: grid))
            if model == .threeParameter {
                let byGuessing = points.map { $0.guessing * (1 - $0.guessing) * $0.notKnowing }
                own.append(margins.slopes(ofItem: item, by: byGuessing, on: grid))
            }
        }
        return model == .oneParameter ? own + [common] : own
    }
}

/// The items by themselves and in pairs.
private struct Margins {
    let sets: [[Int]]
    private let count: Int

    init(_ count: Int) {
        self.count = count
        let pairs = (0..<count).flatMap { one in (0..<one).map { [$0, one] } }
        sets = (0..<count).map { [$0] } + pairs
    }

    /// The shares of people who had all items of each set right, and how many people there are.
    func observed(in responses: ResponseMatrix) -> (shares: [Double], people: Double)? {
        var shares = [Double](repeating: 0, count: sets.count)
        var people = 0.0
        for row in 0..<responses.rowCount {
            let answers = responses.answers(inRow: row)
            guard answers.count == count else { continue }
            let weight = responses.people(inRow: row)
            var isRight = [Bool](repeating: false, count: count)
            for answer in answers where answer.correct { isRight[answer.item] = true }
            for (index, set) in sets.enumerated() where set.allSatisfy({ isRight[$0] }) { shares[index] += weight }
            people += weight
        }
        return people > 1 ? (shares.map { $0 / people }, people) : nil
    }

    /// The change of each margin when one item's curve changes by `change` at each ability.
    func slopes(ofItem item: Int, by change: [Double], on grid: FittedModel.Grid) -> [Double] {
        sets.map { set in
            guard set.contains(item) else { return 0 }
            return grid.share(ofAll: set.filter { $0 != item }, times: change)
        }
    }
}

extension FittedModel.Grid {
    /// The share of the population that has all these items right, or the mean of a product with `factor`.
    fileprivate func share(ofAll items: [Int], times factor: [Double]? = nil) -> Double {
        var sum = 0.0
        for point in weights.indices {
            var product = weights[point] * (factor?[point] ?? 1)
            for item in items { product *= probabilities[item][point] }
            sum += product
        }
        return sum
    }
}

private func dot(_ one: [Double], _ other: [Double]) -> Double {
    zip(one, other).reduce(0) { $0 + $1.0 * $1.1 }
}
