import Glibc

extension RandomNumberGenerator {
    /// A draw from N(0, 1), by Box and Muller.
    package mutating func standardNormal() -> Double {
        (-2 * log(1 - fraction())).squareRoot() * cos(2 * .pi * fraction())
    }
}
