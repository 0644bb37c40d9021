import Glibc

/// The E-step: each person's posterior under the present curves, and what it makes of the answers.
struct Expectation: Sendable {
    typealias Lanes = Quadrature.Lanes

    let quadrature: Quadrature
    /// The log-probability of each answer (see `ResponseMatrix.codes`) at each ability.
    let logProbabilities: [Lanes]
    let logWeights: [Lanes]

    init(curves: [ItemCurve], population: Prior, quadrature: Quadrature) {
        self.quadrature = quadrature
        logWeights = quadrature.logWeights(of: population)
        var table: [Lanes] = []
        table.reserveCapacity(2 * curves.count * quadrature.blockCount)
        for curve in curves {
            var right: [Lanes] = []
            table += quadrature.blocks { curve.point(at: $0).logComplement }
            right = quadrature.blocks { curve.point(at: $0).logProbability }
            table += right
        }
        logProbabilities = table
    }

    /// Sums over all rows, in chunks of a fixed size that `parallelism` tasks share.
    ///
    /// Sums are taken chunk by chunk in order, so the result is the same to the last bit on any number of threads.
    func expectedAnswers(of responses: ResponseMatrix, parallelism: Int) async -> ExpectedAnswers {
        let chunks = responses.chunks(of: max(4096, responses.rowCount / 32 + 1))
        let itemCount = responses.itemCount
        var sum = ExpectedAnswers(itemCount: itemCount, blockCount: quadrature.blockCount)
        let parts = await inParallel(chunks, parallelism: parallelism) { rows in
            expectedAnswers(of: responses, rows: rows)
        }
        for part in parts { sum += part }
        return sum
    }

    private func expectedAnswers(of responses: ResponseMatrix, rows: Range<Int>) -> ExpectedAnswers {
        var expected = ExpectedAnswers(itemCount: responses.itemCount, blockCount: quadrature.blockCount)
        let blockCount = quadrature.blockCount
        var posterior = PosteriorRow(blockCount: blockCount)
        var logLikelihood = 0.0
        responses.codes.withUnsafeBufferPointer { codes in
            expected.counts.withUnsafeMutableBufferPointer { counts in
                expected.people.withUnsafeMutableBufferPointer { people in
                    for row in rows {
                        let answers = codes[responses.starts[row]..<responses.starts[row + 1]]
                        let weight = responses.weights[row]
                        logLikelihood += weight * posterior.fill(answers, from: self, weight: weight)
                        posterior.add(to: people, at: 0)
                        for code in answers { posterior.add(to: counts, at: Int(code) * blockCount) }
                    }
                }
            }
        }
        expected.logLikelihood = logLikelihood
        return expected
    }
}

/// One person's posterior on the grid, in storage that is used again for the next.
struct PosteriorRow {
    typealias Lanes = Quadrature.Lanes

    private(set) var weights: [Lanes]
    /// The blocks that hold anything: weights below 10⁻¹⁶ of the largest are left out.
    private(set) var active = 0..<0

    init(blockCount: Int) {
        weights = [Lanes](repeating: .zero, count: blockCount)
    }

    /// Computes the posterior of these answers, scaled to add up to `weight`; gives back their log-likelihood.
    mutating func fill(_ answers: Slice<UnsafeBufferPointer<UInt32>>, from step: Expectation, weight: Double) -> Double
    {
        let blockCount = weights.count
        let (logLikelihood, reached) = weights.withUnsafeMutableBufferPointer { weights in
            step.logProbabilities.withUnsafeBufferPointer { table in
                step.logWeights.withUnsafeBufferPointer { prior in
                    var highest = Lanes(repeating: -.infinity)
                    for block in 0..<blockCount {
                        var sum = prior[block]
                        for code in answers { sum += table[Int(code) * blockCount + block] }
                        weights[block] = sum
                        highest = pointwiseMax(highest, sum)
                    }
                    let largest = highest.max()
                    let reached = Self.blocks(of: weights, above: largest - 37)
                    var total = Lanes.zero
                    for block in reached {
                        let lanes = Quadrature.exponential(weights[block] - largest)
                        weights[block] = lanes
                        total += lanes
                    }
                    let sum = total.sum()
                    for block in reached { weights[block] *= weight / sum }
                    return (largest + log(sum), reached)
                }
            }
        }
        active = reached
        return logLikelihood
    }

    /// The posterior of one peak: from the first to the last block in which it is not negligible.
    private static func blocks(of weights: UnsafeMutableBufferPointer<Lanes>, above bound: Double) -> Range<Int> {
        var lower = 0
        var upper = weights.count
        while lower < upper - 1, weights[lower].max() < bound { lower += 1 }
        while upper > lower + 1, weights[upper - 1].max() < bound { upper -= 1 }
        return lower..<upper
    }

    func add(to sums: UnsafeMutableBufferPointer<Lanes>, at begin: Int) {
        weights.withUnsafeBufferPointer { weights in
            for block in active { sums[begin + block] += weights[block] }
        }
    }
}
