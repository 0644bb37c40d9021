import Glibc

/// What an M-step makes as large as it can for one item, with its slopes: value, gradient, and expected information.
///
/// The coordinates are slope, intercept and the logit of guessing.
struct CurveObjective {
    var value = 0.0
    var gradient = SIMD4<Double>.zero
    /// Fisher information: by slope, slope and intercept, intercept; by guessing and each of the three.
    var information = SIMD8<Double>.zero

    /// The expected complete-data log-likelihood of an item's answers, and its prior.
    init(of curve: ItemCurve, answers: ItemAnswers, prior: ItemPrior, guesses: Bool) {
        let guessing = curve.guessing
        for index in answers.abilities.indices {
            let ability = answers.abilities[index]
            let right = answers.right[index]
            let wrong = answers.wrong[index]
            guard right + wrong > 0 else { continue }
            let point = ItemCurve.Point(logit: curve.slope * ability + curve.intercept, guessing: guessing)
            value += right * point.logProbability + wrong * point.logComplement
            let ofRight = point.slope(ofCorrect: true)
            let slope = right * ofRight - wrong * point.knowing
            gradient += SIMD4(slope * ability, slope, 0, 0)
            // E[−∂² log] = n (∂P)² / (P Q) = n · ∂log P · (−∂log Q) for either pair of coordinates.
            let weight = (right + wrong) * ofRight * point.knowing
            information += weight * SIMD8(ability * ability, ability, 1, 0, 0, 0, 0, 0)
            if guesses {
                let guess = point.guessingSlope(ofCorrect: true)
                gradient[2] += right * guess - wrong * guessing
                let cross = (right + wrong) * ofRight * guessing
                information += SIMD8(0, 0, 0, cross * ability, cross, (right + wrong) * guess * guessing, 0, 0)
            }
        }
        add(prior, at: curve, guesses: guesses)
    }

    private mutating func add(_ prior: ItemPrior, at curve: ItemCurve, guesses: Bool) {
        if let difficulty = prior.difficulty {
            let distance = curve.difficulty - difficulty.mean
            let precision = difficulty.precision
            let (bySlope, byIntercept) = (-curve.difficulty / curve.slope, -1 / curve.slope)
            value -= precision * distance * distance / 2
            gradient -= precision * distance * SIMD4(bySlope, byIntercept, 0, 0)
            information +=
                precision * SIMD8(bySlope * bySlope, bySlope * byIntercept, byIntercept * byIntercept, 0, 0, 0, 0, 0)
        }
        if let logDiscrimination = prior.logDiscrimination {
            let distance = log(curve.slope) - logDiscrimination.mean
            let precision = logDiscrimination.precision
            value -= precision * distance * distance / 2
            gradient[0] -= precision * distance / curve.slope
            information[0] += precision / (curve.slope * curve.slope)
        }
        if let volume = prior.volume(at: curve.slope) {
            value += volume.value
            gradient[0] += volume.slope
        }
        if guesses, let logitGuessing = prior.logitGuessing {
            let distance = curve.logitGuessing - logitGuessing.mean
            value -= logitGuessing.precision * distance * distance / 2
            gradient[2] -= logitGuessing.precision * distance
            information[5] += logitGuessing.precision
        }
    }

    /// The step of Fisher scoring, or nil when the answers do not determine it.
    func step(guesses: Bool) -> SIMD4<Double>? {
        guard guesses else {
            let determinant = information[0] * information[2] - information[1] * information[1]
            guard determinant > 1e-12 * information[0] * information[2] else { return nil }
            return SIMD4(
                information[2] * gradient[0] - information[1] * gradient[1],
                information[0] * gradient[1] - information[1] * gradient[0], 0, 0) / determinant
        }
        var matrix = SymmetricMatrix(order: 3)
        matrix[0, 0] = information[0]
        matrix[1, 0] = information[1]
        matrix[1, 1] = information[2]
        matrix[2, 0] = information[3]
        matrix[2, 1] = information[4]
        matrix[2, 2] = information[5] + 1e-9
        return matrix.solve([gradient[0], gradient[1], gradient[2]]).map { SIMD4($0[0], $0[1], $0[2], 0) }
    }
}

/// The expected answers to one item, ability by ability.
struct ItemAnswers {
    let abilities: [Double]
    let right: [Double]
    let wrong: [Double]

    init(abilities: [Double], right: [Double], wrong: [Double]) {
        self.abilities = abilities
        self.right = right
        self.wrong = wrong
    }

    init(to item: Int, in expected: ExpectedAnswers, on abilities: [Double]) {
        self.abilities = abilities
        right = expected.answers(to: item, correct: true).flattened
        wrong = expected.answers(to: item, correct: false).flattened
    }
}

extension ArraySlice<Quadrature.Lanes> {
    fileprivate var flattened: [Double] {
        var flat: [Double] = []
        flat.reserveCapacity(8 * count)
        for lanes in self {
            for lane in 0..<8 { flat.append(lanes[lane]) }
        }
        return flat
    }
}

extension ItemPrior {
    /// Minus half the logarithm of the difficulty's information, and its derivative by the slope.
    func volume(at slope: Double) -> (value: Double, slope: Double)? {
        guard interceptInformation > 0, let difficulty else { return nil }
        let information = difficulty.precision + slope * slope * interceptInformation
        return (-log(information) / 2, -slope * interceptInformation / information)
    }
}

extension Prior {
    /// The inverse of the variance.
    var precision: Double { 1 / (standardDeviation * standardDeviation) }
}
