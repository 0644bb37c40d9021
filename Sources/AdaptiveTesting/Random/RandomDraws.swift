/// Draws whose results depend on the generator alone.
///
/// The standard library may change how it shuffles from one version to the next; a test must replay for years.
extension RandomNumberGenerator {
    /// An index from zero up to the bound, each equally likely; zero when the bound is one or less.
    ///
    /// Lemire, "Fast Random Integer Generation in an Interval", ACM TOMACS 29 (2019).
    package mutating func index(below bound: Int) -> Int {
        let bound = UInt64(max(bound, 1))
        var product = bound.multipliedFullWidth(by: next())
        if product.low < bound {
            let unfair = (0 &- bound) % bound
            while product.low < unfair {
                product = bound.multipliedFullWidth(by: next())
            }
        }
        return Int(product.high)
    }

    /// A number from zero up to, but not including, one, in steps of 2⁻⁵³.
    package mutating func fraction() -> Double {
        Double(next() >> 11) * 0x1p-53
    }

    /// The elements in random order, each order equally likely (Fisher and Yates, from the end).
    package mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
        var shuffled = elements
        for last in shuffled.indices.dropFirst().reversed() {
            shuffled.swapAt(last, index(below: last + 1))
        }
        return shuffled
    }
}
