import Glibc

/// The complete data's score for every answer and ability, and its variance within people's posteriors.
struct ScoreTables: Sendable {
    typealias Lanes = Quadrature.Lanes

    private let expectation: Expectation
    /// For each answer (see `ResponseMatrix.codes`) the slopes of its log-probability by logit and by logit of guessing.
    private let byLogit: [Lanes]
    private let byGuessing: [Lanes]
    private let abilities: [Lanes]
    private let ofPopulation: [[Lanes]]
    private let free: FreeParameters
    /// The place of an item among the free ones, or −1.
    private let placeOfItem: [Int]

    init(_ problem: CalibrationProblem, at solution: CalibrationProblem.Solution) {
        let quadrature = solution.quadrature
        let (curves, population) = (solution.state.curves, solution.state.population)
        expectation = Expectation(curves: curves, population: population, quadrature: quadrature)
        free = problem.free
        abilities = quadrature.blocks { $0 }
        let kinds = curves.flatMap { curve in [(curve, false), (curve, true)] }
        byLogit = kinds.flatMap { curve, correct in
            quadrature.blocks { curve.point(at: $0).slope(ofCorrect: correct) }
        }
        byGuessing =
            problem.free.model == .threeParameter
            ? kinds.flatMap { curve, correct in
                quadrature.blocks { curve.point(at: $0).guessingSlope(ofCorrect: correct) }
            } : []
        // Slopes of the normal log-density by its mean and by the logarithm of its deviation.
        let standardized = { (point: Double) in (point - population.mean) / population.standardDeviation }
        ofPopulation =
            problem.free.freesPopulation
            ? [
                quadrature.blocks { standardized($0) / population.standardDeviation },
                quadrature.blocks { standardized($0) * standardized($0) - 1 },
            ] : []
        var places = [Int](repeating: -1, count: curves.count)
        for (place, item) in problem.free.items.enumerated() { places[item] = place }
        placeOfItem = places
    }

    /// The posterior variances of the score, summed over these rows.
    func variance(ofRows rows: Range<Int>, in responses: ResponseMatrix) -> SymmetricMatrix {
        var sum = SymmetricMatrix(order: free.count)
        let blockCount = abilities.count
        var posterior = PosteriorRow(blockCount: blockCount)
        let most = responses.longestRow * free.perItem + 3
        var scores = [Lanes](repeating: .zero, count: most * blockCount)
        var places: [Int] = []
        responses.codes.withUnsafeBufferPointer { codes in
            for row in rows {
                let answers = codes[responses.starts[row]..<responses.starts[row + 1]]
                _ = posterior.fill(answers, from: expectation, weight: 1)
                fill(&scores, &places, of: answers, over: posterior.active)
                centre(&scores, count: places.count, by: posterior)
                add(scores, of: places, width: posterior.active.count, weight: responses.weights[row], to: &sum)
            }
        }
        return sum
    }

    /// Writes each parameter's score over the active blocks, one row a parameter, and its place in the vector.
    private func fill(
        _ scores: inout [Lanes], _ places: inout [Int], of answers: Slice<UnsafeBufferPointer<UInt32>>,
        over active: Range<Int>
    ) {
        let (width, blockCount) = (active.count, abilities.count)
        places.removeAll(keepingCapacity: true)
        if free.model == .oneParameter {
            places.append(0)
            for block in 0..<width { scores[block] = .zero }
        }
        for code in answers {
            let place = placeOfItem[Int(code) >> 1]
            guard place >= 0 else { continue }
            let first = free.firstOfItems + place * free.perItem
            let table = Int(code) * blockCount + active.lowerBound
            let begin = places.count * width
            switch free.model {
            case .oneParameter:
                for block in 0..<width {
                    scores[begin + block] = byLogit[table + block]
                    scores[block] += byLogit[table + block] * abilities[active.lowerBound + block]
                }
                places.append(first)
            case .twoParameter, .threeParameter:
                for block in 0..<width {
                    scores[begin + block] = byLogit[table + block] * abilities[active.lowerBound + block]
                    scores[begin + width + block] = byLogit[table + block]
                }
                places += [first, first + 1]
                if free.model == .threeParameter {
                    for block in 0..<width { scores[begin + 2 * width + block] = byGuessing[table + block] }
                    places.append(first + 2)
                }
            }
        }
        for (index, table) in ofPopulation.enumerated() {
            let begin = places.count * width
            for block in 0..<width { scores[begin + block] = table[active.lowerBound + block] }
            places.append(free.firstOfPopulation + index)
        }
    }

    /// Takes off each score's posterior mean and multiplies by the root of the posterior.
    private func centre(_ scores: inout [Lanes], count: Int, by posterior: PosteriorRow) {
        let width = posterior.active.count
        posterior.weights[posterior.active].withUnsafeBufferPointer { weights in
            scores.withUnsafeMutableBufferPointer { scores in
                for row in 0..<count {
                    var sum = Lanes.zero
                    for block in 0..<width { sum += scores[row * width + block] * weights[block] }
                    let mean = sum.sum()
                    for block in 0..<width {
                        let centred = scores[row * width + block] - mean
                        scores[row * width + block] = centred * weights[block].squareRoot()
                    }
                }
            }
        }
    }

    private func add(
        _ scores: [Lanes], of places: [Int], width: Int, weight: Double, to sum: inout SymmetricMatrix
    ) {
        let order = sum.order
        scores.withUnsafeBufferPointer { scores in
            sum.values.withUnsafeMutableBufferPointer { sum in
                for row in places.indices {
                    for column in 0...row {
                        var product = Lanes.zero
                        for block in 0..<width {
                            product += scores[row * width + block] * scores[column * width + block]
                        }
                        let (one, other) = (places[row], places[column])
                        sum[max(one, other) * order + min(one, other)] += weight * product.sum()
                    }
                }
            }
        }
    }
}
