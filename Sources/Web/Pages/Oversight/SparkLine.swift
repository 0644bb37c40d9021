/// The small line that shows where a figure comes from; the page holds the same numbers as a table.
enum SparkLine {
    /// Points that are not known are left out; fewer than two make no line.
    static func svg(_ values: [Double?]) -> String {
        let known = values.enumerated().compactMap { index, value in value.map { (index: index, value: $0) } }
        guard values.count > 1, known.count > 1, let least = known.map(\.value).min(),
            let most = known.map(\.value).max()
        else { return "" }
        // A line over its own span only would draw a mountain from a change of one in a hundred.
        let span = max(most - least, 0.1 * most, 1)
        let points = known.map { point in
            let x = 100 * Double(point.index) / Double(values.count - 1)
            let y = 27 - 24 * (point.value - least) / span
            return "\(number(x)),\(number(y))"
        }
        let (left, right) = (points.first ?? "", points.last ?? "")
        let area = ["\(x(left)),30"] + points + ["\(x(right)),30"]
        return "<svg viewBox=\"0 0 100 30\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
            + "<polygon class=\"spark-area\" points=\"\(area.joined(separator: " "))\"/>"
            + "<polyline class=\"spark\" points=\"\(points.joined(separator: " "))\"/></svg>"
    }

    private static func x(_ point: String) -> String { point.split(separator: ",").first.map(String.init) ?? "0" }

    private static func number(_ value: Double) -> String { String((value * 10).rounded() / 10) }
}
