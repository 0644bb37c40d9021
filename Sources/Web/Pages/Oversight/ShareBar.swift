/// One bar of a chart: a label, the bar from zero, its value at the end.
///
/// The label is text of the page, not of the picture: official names are long, and text in an SVG does not wrap.
struct ShareBar: Sendable {
    let label: String
    /// Where the label leads, if anywhere.
    let path: String?
    /// The language of the label, where it is not the page's.
    let language: String?
    let value: String
    let svg: String

    /// - Parameters:
    ///   - share: of the whole, 0 to 1.
    ///   - before: the same in the last period, drawn as a notch.
    ///   - description: what the picture says, for whoever does not see it.
    init(
        label: String, path: String? = nil, language: String? = nil, value: String, share: Double,
        before: Double? = nil, description: String
    ) {
        self.label = label
        self.path = path
        self.language = language
        self.value = value
        svg = Self.drawing(share: share, before: before, description: description)
    }

    private static func drawing(share: Double, before: Double?, description: String) -> String {
        var svg =
            "<svg class=\"share-bar\" viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" role=\"img\" "
            + "aria-label=\"\(HTML.escaped(description))\"><rect class=\"track\" width=\"100\" height=\"10\"/>"
            + "<rect class=\"part\" width=\"\(number(share))\" height=\"10\"/>"
        if let before {
            svg += "<line class=\"before\" x1=\"\(number(before))\" x2=\"\(number(before))\" y1=\"0\" y2=\"10\"/>"
        }
        return svg + "</svg>"
    }

    private static func number(_ share: Double) -> String {
        String((min(max(share, 0), 1) * 1000).rounded() / 10)
    }
}
