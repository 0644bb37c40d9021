import AdaptiveTesting

/// The draws that the demo's world is made of.
extension SeededGenerator {
    mutating func element<Element>(of elements: [Element]) -> Element? {
        elements.isEmpty ? nil : elements[index(below: elements.count)]
    }

    mutating func number(in range: ClosedRange<Int>) -> Int { range.lowerBound + index(below: range.count) }

    mutating func happens(_ probability: Double) -> Bool { fraction() < probability }

    /// Nearly normal: twelve uniform draws have the variance one (and never leave ±6).
    mutating func normal(mean: Double, deviation: Double) -> Double {
        mean + deviation * ((0..<12).reduce(-6.0) { sum, _ in sum + fraction() })
    }

    /// A generator of its own for one part of the world, so that a longer life of one person changes nobody else's.
    mutating func branch() -> SeededGenerator { SeededGenerator(seed: next()) }
}
