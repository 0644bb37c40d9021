import Glibc

/// One calibration under way: the answers, what is free, and the search for the optimum.
struct CalibrationProblem: Sendable {
    let settings: ItemCalibration
    /// The items of the caller's bank that take part, and their places here.
    let items: [Int]
    let responses: ResponseMatrix
    let priors: [ItemPrior]
    let free: FreeParameters
    private let start: CalibrationState

    struct Solution: Sendable {
        var state: CalibrationState
        var quadrature: Quadrature
        var logLikelihood = 0.0
        var cycles = 0
        var hasConverged = false
    }

    init(_ settings: ItemCalibration, items: [Int], responses: ResponseMatrix) {
        self.settings = settings
        self.items = items
        self.responses = responses
        priors = items.map(settings.prior(of:))
        let freeItems = items.indices.filter { settings.anchors[items[$0]] == nil }
        free = FreeParameters(
            model: settings.model, items: freeItems, freesPopulation: freeItems.count < items.count)
        let totals = responses.totals
        let curves = items.indices.map { place in
            settings.anchors[items[place]].map(ItemCurve.init)
                ?? Self.start(settings.model, settings.prior(of: items[place]), totals[place])
        }
        start = CalibrationState(curves: curves, population: settings.population)
    }

    /// A curve of middling slope through the share of right answers.
    private static func start(
        _ model: CalibrationModel, _ prior: ItemPrior, _ total: (answers: Double, correct: Double)
    ) -> ItemCurve {
        let slope = prior.logDiscrimination.map { exp($0.mean) } ?? 1
        let share = (total.correct + 0.5) / (total.answers + 1)
        let known = total.answers / (total.answers + 10)
        let intercept = 1.15 * log(share / (1 - share)) * known - slope * (prior.difficulty?.mean ?? 0) * (1 - known)
        let logitGuessing = prior.logitGuessing?.mean ?? -1.8
        return ItemCurve(
            slope: slope, intercept: intercept, logitGuessing: model == .threeParameter ? logitGuessing : -.infinity)
    }

    /// Repeats EM, accelerated, until nothing changes any more.
    ///
    /// An extrapolation that lowers the likelihood is taken back, so the end is a fixed point of EM like any other.
    func solve() async -> Solution {
        var solution = Solution(state: start, quadrature: quadrature(for: start))
        var acceleration = Acceleration()
        let weights = residualWeights
        var best = -Double.infinity
        var fallback = start
        while solution.cycles < settings.cycleLimit {
            solution.cycles += 1
            let expected = await expectedAnswers(at: solution)
            let objective = expected.logLikelihood + logPrior(of: solution.state)
            if !(objective >= best - 1e-7 * abs(best).squareRoot()), solution.state != fallback {
                acceleration.forget()
                solution.state = fallback
                continue
            }
            best = max(objective, best)
            solution.logLikelihood = expected.logLikelihood
            let image = maximized(solution.state, expected, on: solution.quadrature)
            let (point, target) = (free.vector(of: solution.state), free.vector(of: image))
            let change = zip(point, target).reduce(0.0) { max($0, abs($1.0 - $1.1)) }
            fallback = image
            if change < settings.tolerance {
                solution.state = image
                let needed = quadrature(for: image)
                guard !solution.quadrature.serves(as: needed) else {
                    solution.hasConverged = true
                    return solution
                }
                solution.quadrature = needed
                acceleration.forget()
                best = -.infinity
                continue
            }
            let next = acceleration.next(from: point, to: target, weights: weights)
            solution.state = solution.cycles < 3 ? image : free.state(of: next, like: image)
        }
        return solution
    }

    private func maximized(
        _ state: CalibrationState, _ expected: ExpectedAnswers, on quadrature: Quadrature
    ) -> CalibrationState {
        let step = Maximization(model: settings.model, priors: priors, free: free.items)
        var state = state
        state.curves = step.curves(from: state.curves, expected: expected, abilities: quadrature.points)
        if free.freesPopulation { state.population = expected.population(on: quadrature) }
        return state
    }

    func expectedAnswers(at solution: Solution) async -> ExpectedAnswers {
        let step = Expectation(
            curves: solution.state.curves, population: solution.state.population, quadrature: solution.quadrature)
        return await step.expectedAnswers(of: responses, parallelism: settings.parallelism)
    }

    private func logPrior(of state: CalibrationState) -> Double {
        state.logPrior(priors, model: settings.model, free: free.items)
    }

    private func quadrature(for state: CalibrationState) -> Quadrature {
        Quadrature(for: state.curves, population: state.population, longestRow: responses.longestRow)
    }

    /// Residuals count by the answers behind them: an item that few answered must not steer all others.
    private var residualWeights: [Double] {
        let totals = responses.totals
        var weights = [Double](repeating: responses.personCount, count: free.count)
        for (place, item) in free.items.enumerated() {
            for index in free.places(ofFreeItem: place) where index >= free.firstOfItems {
                weights[index] = max(totals[item].answers, 1)
            }
        }
        return weights
    }
}
