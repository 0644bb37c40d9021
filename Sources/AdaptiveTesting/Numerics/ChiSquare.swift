import Glibc

/// The chi-square distribution.
package enum ChiSquare {
    /// The probability of a value at least this large; one when there are no degrees of freedom.
    ///
    /// By the recursion from k to k + 2 degrees of freedom: Abramowitz and Stegun, 26.4.8.
    package static func tail(of value: Double, degreesOfFreedom: Int) -> Double {
        guard value > 0, degreesOfFreedom > 0 else { return 1 }
        let half = value / 2
        let isOdd = degreesOfFreedom % 2 == 1
        var tail = isOdd ? erfc(half.squareRoot()) : exp(-half)
        var degrees = isOdd ? 1 : 2
        // (x/2)^(k/2) e^(−x/2) / Γ(k/2 + 1), the first of them for k = 1 or 2.
        var logTerm = Double(degrees) / 2 * log(half) - half - (isOdd ? log(Double.pi.squareRoot() / 2) : 0)
        while degrees < degreesOfFreedom {
            tail += exp(logTerm)
            degrees += 2
            logTerm += log(half) - log(Double(degrees) / 2)
        }
        return min(tail, 1)
    }
}
