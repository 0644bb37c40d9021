/// A drawing of a course: an SVG file that holds nothing but shapes and texts.
package struct Figure: Hashable, Sendable {
    package static let mostBytes = 204_800

    package let bytes: [UInt8]
    /// The size of the view box, in CSS pixels.
    package let width: Int
    package let height: Int
}
