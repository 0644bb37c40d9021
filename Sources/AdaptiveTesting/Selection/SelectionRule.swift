/// What makes one item better than another as the next.
package enum SelectionRule: String, Hashable, Sendable, Codable, CaseIterable {
    /// Most Fisher information at the estimate (Lord 1980, chapter 10).
    case maximumInformation = "mfi"
    /// Difficulty closest to the estimate (Urry 1970).
    case closestDifficulty = "bopt"
    /// The ability at which the item tells most closest to the estimate (Li and Schafer 2005).
    case closestOptimum = "thopt"
    /// Most information on average over the posterior (van der Linden 1998, equation 7).
    case posteriorWeightedInformation = "mpwi"
    /// Most Kullback-Leibler information of the estimate against the posterior (Chang and Ying 1996).
    case posteriorKullbackLeibler = "klp"
    /// Least posterior variance on average over both answers (Owen 1975; van der Linden and Pashley 2000).
    case expectedPosteriorVariance = "mepv"
    case random
    /// Chance first, information later, as the standard error comes near its goal.
    ///
    /// Revuelta and Ponsoda (1998); the weight by precision: McClarty, Sperling and Dodd (2006), Magis and Barrada (2017).
    case progressive

    /// Whether its merit is an amount of information, of which a share can be taken away.
    var isInformation: Bool {
        switch self {
        case .maximumInformation, .posteriorWeightedInformation, .posteriorKullbackLeibler, .progressive: true
        case .closestDifficulty, .closestOptimum, .expectedPosteriorVariance, .random: false
        }
    }
}
