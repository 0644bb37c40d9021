/// Anderson's acceleration of a fixed-point iteration: the step that best cancels the last residuals.
///
/// D. G. Anderson, Journal of the ACM 12 (1965); for EM see Henderson and Varadhan, Journal of Computational and
/// Graphical Statistics 28 (2019). The fixed point, and so the optimum, is that of EM itself.
struct Acceleration {
    private let depth: Int
    private var points: [[Double]] = []
    private var residuals: [[Double]] = []

    init(depth: Int = 8) {
        self.depth = depth
    }

    mutating func forget() {
        points = []
        residuals = []
    }

    /// Where to go next from `point`, which the iteration maps to `image`; the weights measure residuals.
    mutating func next(from point: [Double], to image: [Double], weights: [Double]) -> [Double] {
        points.append(point)
        residuals.append(zip(image, point).map { $0 - $1 })
        if points.count > depth + 1 {
            points.removeFirst()
            residuals.removeFirst()
        }
        let older = points.count - 1
        guard older > 0, let last = residuals.last else { return image }
        let differences = (0..<older).map { index in zip(last, residuals[index]).map { $0 - $1 } }
        var normal = SymmetricMatrix(order: older)
        var right = [Double](repeating: 0, count: older)
        for row in 0..<older {
            for column in 0...row { normal[row, column] = product(differences[row], differences[column], weights) }
            right[row] = product(differences[row], last, weights)
        }
        // Nearly parallel residuals would make the step arbitrary.
        for row in 0..<older { normal[row, row] *= 1 + 1e-10 }
        guard let shares = normal.solve(right) else {
            forget()
            return image
        }
        var next = image
        for index in 0..<older {
            for place in next.indices {
                let imageDifference = image[place] - points[index][place] - residuals[index][place]
                next[place] -= shares[index] * imageDifference
            }
        }
        return next
    }

    private func product(_ one: [Double], _ other: [Double], _ weights: [Double]) -> Double {
        var sum = 0.0
        for index in one.indices { sum += weights[index] * one[index] * other[index] }
        return sum
    }
}
