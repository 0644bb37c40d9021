import Glibc

extension RandomNumberGenerator {
    /// A number of the standard normal distribution (Box and Muller 1958); two uniform draws each.
    package mutating func normal() -> Double {
        let radius = (-2 * log(1 - fraction())).squareRoot()
        return radius * cos(2 * .pi * fraction())
    }
}

extension SeededGenerator {
    /// The generator of one member of a numbered family, such as an attempt of a simulation.
    package init(seed: UInt64, member: Int) {
        self.init(seed: Self.seed(seed, member: member))
    }

    /// The seed of one member; neighbours share nothing, as SplitMix64 spreads them over the whole state.
    package static func seed(_ seed: UInt64, member: Int) -> UInt64 {
        var mixer = SeededGenerator(seed: seed &+ UInt64(bitPattern: Int64(member)) &* 0xD1B5_4A32_D192_ED03)
        return mixer.next()
    }
}
