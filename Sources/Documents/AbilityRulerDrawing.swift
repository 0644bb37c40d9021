/// One competency as the back of a certificate draws it: the levels, a dot, a whisker and perhaps a notch.
///
/// Positions run from 0 at the left end of the ruler to 1 at its right end; what lies outside is drawn at the end.
package struct AbilityRulerDrawing: Sendable, Hashable {
    package var caption: String
    /// The state in words, because no reader should have to measure a picture.
    package var stateText: String
    package var levelNames: [String]
    /// Where each level begins; the first level's own cut may be left out where it begins at the left end.
    package var cutPositions: [Double]
    package var at: Double
    /// The ends of the whisker: what is not known yet.
    package var low: Double
    package var high: Double
    /// The level that the job role needs, where there is one.
    package var need: Double?

    package init(
        caption: String, stateText: String, levelNames: [String], cutPositions: [Double],
        at: Double, low: Double, high: Double, need: Double? = nil
    ) {
        self.caption = caption
        self.stateText = stateText
        self.levelNames = levelNames
        self.cutPositions = cutPositions
        self.at = at
        self.low = low
        self.high = high
        self.need = need
    }

    /// A level's stretch of the ruler.
    struct Band: Hashable {
        let name: String
        let start: Double
        let end: Double
    }

    /// The stretches from left to right; what lies below the first level's cut has no name.
    var bands: [Band] {
        let edges = [0] + cutPositions.map(onRuler).sorted() + [1]
        let names = Array(repeating: "", count: max(0, edges.count - 1 - levelNames.count)) + levelNames
        return zip(names, zip(edges, edges.dropFirst())).map { name, edge in
            Band(name: name, start: edge.0, end: edge.1)
        }
    }
}

/// The position on the ruler nearest to this one; a number that is none goes to the left end.
func onRuler(_ position: Double) -> Double {
    position.isNaN ? 0 : min(max(position, 0), 1)
}
