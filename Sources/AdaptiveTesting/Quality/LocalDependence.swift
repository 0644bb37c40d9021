/// What two items share beyond ability: the correlation of their residuals (Q₃).
///
/// Yen, *Applied Psychological Measurement* 8 (1984), with the posterior mean as ability. Independent items of a short
/// test correlate a little below zero, about −1 / (n − 1).
package struct LocalDependence: Hashable, Sendable {
    package let first: Int
    package let second: Int
    package let correlation: Double
    /// How many people answered both.
    package let people: Double
}

extension FittedModel {
    /// Every pair that at least `people` persons answered, the strongest dependence first.
    package func localDependence(in responses: ResponseMatrix, atLeast people: Double = 30) -> [LocalDependence] {
        let count = items.count
        guard count == responses.itemCount else { return [] }
        let abilities = PredictiveResiduals(self, responses: responses).abilities
        var sums = [PairSums](repeating: PairSums(), count: count * count)
        for row in 0..<responses.rowCount {
            let residuals = responses.answers(inRow: row).map { answer in
                let probability = items[answer.item].probability(ofSuccessAt: abilities[row])
                return (item: answer.item, value: (answer.correct ? 1 : 0) - probability)
            }
            for (index, one) in residuals.enumerated() {
                for other in residuals[..<index] {
                    let (low, high) = one.item < other.item ? (one, other) : (other, one)
                    sums[low.item * count + high.item].add(
                        low.value, high.value, weight: responses.people(inRow: row))
                }
            }
        }
        return sums.indices.compactMap { index in
            guard sums[index].people >= people, let correlation = sums[index].correlation else { return nil }
            return LocalDependence(
                first: index / count, second: index % count, correlation: correlation, people: sums[index].people)
        }
        .sorted { (-abs($0.correlation), $0.first, $0.second) < (-abs($1.correlation), $1.first, $1.second) }
    }
}

private struct PairSums {
    private(set) var people = 0.0
    private var sums = SIMD2<Double>.zero
    private var squares = SIMD2<Double>.zero
    private var product = 0.0

    mutating func add(_ one: Double, _ other: Double, weight: Double) {
        people += weight
        sums += weight * SIMD2(one, other)
        squares += weight * SIMD2(one * one, other * other)
        product += weight * one * other
    }

    var correlation: Double? {
        let means = sums / people
        let variances = squares / people - means * means
        guard variances.min() > 1e-12 else { return nil }
        return (product / people - means[0] * means[1]) / (variances[0] * variances[1]).squareRoot()
    }
}
