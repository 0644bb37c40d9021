import Glibc

/// A sequential test of whether an ability lies above or below a cut.
package struct ClassificationRule: Hashable, Sendable, Codable {
    package let method: Method
    package let cut: Double
    /// Half the width of the stretch around the cut in which either verdict is as good; the interval has none.
    package let indifference: Double
    /// The chance of passing someone below the stretch that is put up with.
    package let falsePass: Double
    /// The chance of failing someone above the stretch that is put up with.
    package let falseFail: Double

    package enum Method: String, Hashable, Sendable, Codable, CaseIterable {
        /// Wald's sequential probability ratio test: Reckase (1983), Eggen (1999).
        case sequentialRatio = "sprt"
        /// The generalized likelihood ratio: Thompson, *Computerized Classification Testing with Composite Hypotheses* (2009).
        case generalizedRatio = "glr"
        /// The confidence interval around the posterior mean clears the cut: Kingsbury and Weiss (1983).
        case interval = "ci"
    }

    package enum Verdict: String, Hashable, Sendable, Codable {
        case pass, fail
    }

    package init(method: Method, cut: Double, indifference: Double, falsePass: Double, falseFail: Double) {
        self.method = method
        self.cut = cut
        self.indifference = indifference
        self.falsePass = falsePass
        self.falseFail = falseFail
    }

    /// The verdict on these answers, or nil while they do not tell enough.
    package func verdict(on answers: [ScoredAnswer], posterior: Posterior) -> Verdict? {
        let ratio: Double
        switch method {
        case .sequentialRatio:
            ratio =
                Self.logLikelihood(of: answers, at: cut + indifference)
                - Self.logLikelihood(of: answers, at: cut - indifference)
        case .generalizedRatio:
            ratio = generalizedRatio(of: answers)
        case .interval:
            let estimate = posterior.estimate
            let reach = Self.normalQuantile(1 - (falsePass / 2)) * estimate.standardError
            if estimate.ability - reach > cut { return .pass }
            return estimate.ability + reach < cut ? .fail : nil
        }
        if ratio >= log((1 - falseFail) / falsePass) { return .pass }
        return ratio <= log(falseFail / (1 - falsePass)) ? .fail : nil
    }

    /// The verdict where the test has to end without one: the side on which the posterior mean lies.
    package func forcedVerdict(posterior: Posterior) -> Verdict {
        posterior.estimate.ability > cut ? .pass : .fail
    }

    /// The best log-likelihood above the stretch less the best below it, on a grid of 0.01 over −6...6.
    private func generalizedRatio(of answers: [ScoredAnswer]) -> Double {
        var (above, below) = (-Double.infinity, -Double.infinity)
        for step in -600...600 {
            let ability = Double(step) / 100
            guard ability >= cut + indifference - 1e-9 || ability <= cut - indifference + 1e-9 else { continue }
            let likelihood = Self.logLikelihood(of: answers, at: ability)
            if ability > cut { above = max(above, likelihood) } else { below = max(below, likelihood) }
        }
        return above - below
    }

    private static func logLikelihood(of answers: [ScoredAnswer], at ability: Double) -> Double {
        answers.reduce(0) { $0 + $1.model.logLikelihood(of: $1.category, at: ability) }
    }

    /// The normal quantile by Newton's method on the error function; exact to the last digits between 1e-9 and 1 − 1e-9.
    private static func normalQuantile(_ probability: Double) -> Double {
        var value = 0.0
        for _ in 0..<60 {
            let below = erfc(-value / 2.0.squareRoot()) / 2
            let density = exp(-value * value / 2) / (2 * Double.pi).squareRoot()
            let step = (below - probability) / max(density, 1e-300)
            value -= max(min(step, 1), -1)
            if abs(step) < 1e-14 { break }
        }
        return value
    }
}
