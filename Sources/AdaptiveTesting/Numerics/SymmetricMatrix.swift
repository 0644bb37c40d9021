/// A symmetric matrix, such as an information or a covariance; the lower triangle is what counts.
package struct SymmetricMatrix: Hashable, Sendable {
    package let order: Int
    /// Row by row, all of it.
    var values: [Double]

    package init(order: Int) {
        self.order = order
        values = [Double](repeating: 0, count: order * order)
    }

    package subscript(row: Int, column: Int) -> Double {
        get { values[max(row, column) * order + min(row, column)] }
        set {
            if row >= column {
                values[row * order + column] = newValue
            } else {
                values[column * order + row] = newValue
            }
        }
    }

    /// The factor L of A = L Lᵀ (Cholesky), or nil when the matrix is not positive definite.
    private var cholesky: [Double]? {
        var factor = values
        let order = order
        let isDefinite = factor.withUnsafeMutableBufferPointer { factor in
            for column in 0..<order {
                for row in column..<order {
                    var sum = factor[row * order + column]
                    for index in 0..<column { sum -= factor[row * order + index] * factor[column * order + index] }
                    if row == column {
                        guard sum > 0, sum.isFinite else { return false }
                        factor[row * order + row] = sum.squareRoot()
                    } else {
                        factor[row * order + column] = sum / factor[column * order + column]
                    }
                }
            }
            return true
        }
        return isDefinite ? factor : nil
    }

    /// The inverse, or nil when the matrix is not positive definite.
    package var inverse: SymmetricMatrix? {
        guard var factor = cholesky else { return nil }
        let order = order
        var inverse = SymmetricMatrix(order: order)
        factor.withUnsafeMutableBufferPointer { factor in
            // The factor's own inverse, column by column, in place; then A⁻¹ = L⁻ᵀ L⁻¹.
            for column in 0..<order {
                factor[column * order + column] = 1 / factor[column * order + column]
                for row in column + 1..<max(order, column + 1) {
                    var sum = 0.0
                    for index in column..<row { sum -= factor[row * order + index] * factor[index * order + column] }
                    factor[row * order + column] = sum / factor[row * order + row]
                }
            }
            inverse.values.withUnsafeMutableBufferPointer { inverse in
                for index in 0..<order {
                    for row in 0...index {
                        let left = factor[index * order + row]
                        guard left != 0 else { continue }
                        for column in 0...row { inverse[row * order + column] += left * factor[index * order + column] }
                    }
                }
            }
        }
        return inverse
    }

    /// The same with a millionth of the mean diagonal added to each diagonal entry.
    var steadied: SymmetricMatrix {
        var steadied = self
        let mean = (0..<order).reduce(0) { $0 + abs(self[$1, $1]) } / Double(max(order, 1))
        for index in 0..<order { steadied[index, index] += 1e-6 * mean }
        return steadied
    }

    /// The solution x of A x = right, or nil when the matrix is not positive definite.
    package func solve(_ right: [Double]) -> [Double]? {
        guard let factor = cholesky else { return nil }
        var solution = right
        for row in 0..<order {
            for index in 0..<row { solution[row] -= factor[row * order + index] * solution[index] }
            solution[row] /= factor[row * order + row]
        }
        for row in (0..<order).reversed() {
            for index in row + 1..<max(order, row + 1) {
                solution[row] -= factor[index * order + row] * solution[index]
            }
            solution[row] /= factor[row * order + row]
        }
        return solution
    }
}
