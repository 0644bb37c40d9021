/// How two calibrations of the same items are brought to one scale.
///
/// Kolen and Brennan, *Test Equating, Scaling, and Linking* (3rd edition, 2014), chapter 6.
package enum LinkingMethod: String, Hashable, Sendable, Codable, CaseIterable {
    /// From the means of discriminations and difficulties (Loyd and Hoover 1980).
    case meanMean = "mean-mean"
    /// With the geometric mean of the discriminations (Mislevy and Bock 1990).
    case meanGeometricMean = "mean-gmean"
    /// From mean and deviation of the difficulties (Marco 1977).
    case meanSigma = "mean-sigma"
    /// Brings the items' curves together, one by one (Haebara 1980).
    case haebara = "Haebara"
    /// Brings the curves of the whole test together (Stocking and Lord 1983).
    case stockingLord = "Stocking-Lord"
}

/// Why two forms cannot be linked.
package enum LinkingError: Error, Hashable, Sendable {
    /// Every common item needs parameters on either form.
    case unpaired
    /// A method needs at least this many common items.
    case tooFewItems(needed: Int)
    /// All common items are equally difficult: their spread says nothing about the unit of the scale.
    case noSpread
}
