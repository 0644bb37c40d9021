import Foundation

/// The natural logarithm, apart from the engine's own sums.
func logarithm(_ value: Double) -> Double { log(value) }
