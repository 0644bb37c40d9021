/// A place on a page, in points from the upper left corner.
struct Point: Hashable {
    var x: Double
    var y: Double
}

/// An upright rectangle on a page.
struct Box: Hashable {
    var x: Double
    var y: Double
    var width: Double
    var height: Double

    var centre: Point { Point(x: x + width / 2, y: y + height / 2) }
    var right: Double { x + width }
    var bottom: Double { y + height }

    func inset(by margin: Double) -> Box {
        Box(x: x + margin, y: y + margin, width: width - 2 * margin, height: height - 2 * margin)
    }
}

/// The paper, in points.
struct PageSize: Hashable {
    let width: Double
    let height: Double

    /// 297 by 210 millimetres.
    static let a4Landscape = PageSize(width: 297 / 25.4 * 72, height: 210 / 25.4 * 72)

    var box: Box { Box(x: 0, y: 0, width: width, height: height) }
}

/// What a canvas can fill or stroke.
enum Shape {
    case rectangles([Box])
    case line(from: Point, to: Point)
    case polygon([Point])
    case circle(centre: Point, radius: Double)

    static func rectangle(_ box: Box) -> Shape { .rectangles([box]) }

    /// The eight-pointed star, the state's quiet ornament, with its points `radius` from the centre.
    ///
    /// Two squares laid over each other: the proportions 11, 7.8 and 3.2 are those of the star on the web pages.
    static func star(centre: Point, radius: Double) -> Shape {
        let points: [(x: Double, y: Double)] = [
            (0, -11), (3.2, -7.8), (7.8, -7.8), (7.8, -3.2), (11, 0), (7.8, 3.2), (7.8, 7.8), (3.2, 7.8),
            (0, 11), (-3.2, 7.8), (-7.8, 7.8), (-7.8, 3.2), (-11, 0), (-7.8, -3.2), (-7.8, -7.8), (-3.2, -7.8),
        ]
        return .polygon(points.map { Point(x: centre.x + $0.x * radius / 11, y: centre.y + $0.y * radius / 11) })
    }
}
