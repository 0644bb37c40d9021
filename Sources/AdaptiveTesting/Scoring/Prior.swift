/// What is believed about an ability before the first answer: a normal distribution.
package struct Prior: Hashable, Sendable, Codable {
    package let mean: Double
    package let standardDeviation: Double

    package init(mean: Double, standardDeviation: Double) {
        self.mean = mean
        self.standardDeviation = standardDeviation
    }

    package static let standard = Prior(mean: 0, standardDeviation: 1)
}
