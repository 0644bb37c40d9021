import Glibc

/// The observed information of the answers about everything that was estimated.
///
/// Louis, *Journal of the Royal Statistical Society B* 44 (1982), equation 3.2: the expected information of the complete
/// data less the variance, within each person's posterior, of the complete data's score. It is exact, as Oakes's (1999) is, and
/// takes one pass over the answers instead of one for each parameter.
extension CalibrationProblem {
    /// Nil when nothing is free; what priors know is included.
    func information(at solution: Solution) async -> SymmetricMatrix? {
        guard free.count > 0 else { return nil }
        let expected = await expectedAnswers(at: solution)
        var information = completeInformation(at: solution, expected: expected)
        let scores = ScoreTables(self, at: solution)
        // Each task holds a matrix of its own: few tasks when the matrix is large.
        let tasks = max(1, min(16, 32_000_000 / (free.count * free.count + 1)))
        let chunks = responses.chunks(of: max(256, responses.rowCount / tasks + 1))
        let lost = await inParallel(chunks, parallelism: settings.parallelism) { rows in
            scores.variance(ofRows: rows, in: responses)
        }
        for part in lost {
            for index in information.values.indices { information.values[index] -= part.values[index] }
        }
        return information
    }

    private func completeInformation(at solution: Solution, expected: ExpectedAnswers) -> SymmetricMatrix {
        var information = SymmetricMatrix(order: free.count)
        let abilities = solution.quadrature.points
        for (place, item) in free.items.enumerated() {
            let curve = solution.state.curves[item]
            let block = curve.completeInformation(
                of: ItemAnswers(to: item, in: expected, on: abilities),
                prior: prior(ofFreeItem: place, item: item))
            let places = free.places(ofFreeItem: place)
            for row in places.indices {
                for column in 0...row { information[places[row], places[column]] += block[row, column] }
            }
        }
        if free.freesPopulation {
            // Of mean and log-deviation of a normal distribution that is seen directly.
            let first = free.firstOfPopulation
            let deviation = solution.state.population.standardDeviation
            information[first, first] = responses.personCount / (deviation * deviation)
            information[first + 1, first + 1] = 2 * responses.personCount
        }
        return information
    }

    private func prior(ofFreeItem place: Int, item: Int) -> ItemPrior {
        var prior = priors[item]
        if free.model == .oneParameter, place > 0 { prior.logDiscrimination = nil }
        if free.model != .threeParameter { prior.logitGuessing = nil }
        return prior
    }
}

extension ItemCurve {
    /// Minus the second derivatives of the expected complete-data log-likelihood and of the prior.
    fileprivate func completeInformation(of answers: ItemAnswers, prior: ItemPrior) -> SymmetricMatrix {
        var information = SymmetricMatrix(order: 3)
        for index in answers.abilities.indices {
            let ability = answers.abilities[index]
            let point = point(at: ability)
            let right = point.curvature(ofCorrect: true)
            let wrong = point.curvature(ofCorrect: false)
            let (rights, wrongs) = (answers.right[index], answers.wrong[index])
            let byLogit = -rights * right.logit - wrongs * wrong.logit
            let byBoth = -rights * right.both
            information[0, 0] += byLogit * ability * ability
            information[1, 0] += byLogit * ability
            information[1, 1] += byLogit
            information[2, 0] += byBoth * ability
            information[2, 1] += byBoth
            information[2, 2] += -rights * right.guessing - wrongs * wrong.guessing
        }
        if let prior = prior.difficulty {
            // b = −d / a: the prior bends by its own curvature and by that of b.
            let (bySlope, byIntercept) = (-difficulty / slope, -1 / slope)
            let distance = difficulty - prior.mean
            information[0, 0] += prior.precision * (bySlope * bySlope + distance * 2 * difficulty / (slope * slope))
            information[1, 0] += prior.precision * (bySlope * byIntercept + distance / (slope * slope))
            information[1, 1] += prior.precision * byIntercept * byIntercept
        }
        if let prior = prior.logDiscrimination {
            information[0, 0] += prior.precision * (1 - log(slope) + prior.mean) / (slope * slope)
        }
        if let prior = prior.logitGuessing { information[2, 2] += prior.precision }
        return information
    }
}
