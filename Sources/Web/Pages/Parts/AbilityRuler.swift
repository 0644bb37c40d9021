import AdaptiveTesting
import Competencies

/// The picture of an ability: levels as bands, a dot, a whisker for what is not known yet, a notch for what is needed.
struct AbilityRuler: Sendable {
    let caption: String
    let state: String
    let svg: String

    init(
        caption: String, state: String, estimate: AbilityEstimate?, cuts: [Double], levelNames: [String],
        need: Level? = nil
    ) {
        self.caption = caption
        self.state = state
        svg = Self.drawing(
            label: "\(caption): \(state)", estimate: estimate, cuts: cuts, levelNames: levelNames, need: need)
    }

    /// The stretch of the ability scale that is drawn.
    private static let scale = -2.6...3.0
    private static let width = 400.0

    private static func drawing(
        label: String, estimate: AbilityEstimate?, cuts: [Double], levelNames: [String], need: Level?
    ) -> String {
        var svg =
            "<svg class=\"ruler\" viewBox=\"0 0 400 38\" preserveAspectRatio=\"xMinYMin meet\" role=\"img\" "
            + "aria-label=\"\(HTML.escaped(label))\">"
        let edges = [scale.lowerBound] + cuts + [scale.upperBound]
        for band in 0..<(edges.count - 1) {
            let left = band == 0 ? 0 : x(edges[band]) + 1
            let right = band == edges.count - 2 ? width : x(edges[band + 1]) - 1
            let isMet = band > 0 && (estimate.map { $0.ability >= edges[band] } ?? false)
            svg +=
                "<rect class=\"lvl\(isMet ? " met" : "")\" x=\"\(number(left))\" y=\"8\" "
                + "width=\"\(number(max(0, right - left)))\" height=\"12\" rx=\"2\"/>"
            if band > 0, levelNames.indices.contains(band - 1) {
                // The last name ends with the ruler, however long it is.
                let place = band == edges.count - 2 ? "\(number(width))\" text-anchor=\"end" : number(left + 1)
                svg += "<text x=\"\(place)\" y=\"34\">\(HTML.escaped(levelNames[band - 1]))</text>"
            }
        }
        if let estimate {
            let (low, high) = (
                x(estimate.ability - 1.645 * estimate.standardError),
                x(estimate.ability + 1.645 * estimate.standardError)
            )
            svg += "<line class=\"unsure\" x1=\"\(number(low))\" x2=\"\(number(high))\" y1=\"14\" y2=\"14\"/>"
            svg += "<circle class=\"at\" cx=\"\(number(x(estimate.ability)))\" cy=\"14\" r=\"6\"/>"
        }
        if let need, cuts.indices.contains(need.rank - 1) {
            let at = number(x(cuts[need.rank - 1]))
            svg += "<line class=\"need\" x1=\"\(at)\" x2=\"\(at)\" y1=\"2\" y2=\"25\"/>"
        }
        return svg + "</svg>"
    }

    private static func x(_ ability: Double) -> Double {
        let share = (ability - scale.lowerBound) / (scale.upperBound - scale.lowerBound)
        return min(max(share, 0.015), 0.985) * width
    }

    private static func number(_ value: Double) -> String { String((value * 10).rounded() / 10) }
}
