/// The certified levels: centred lines while they are few, two columns once they are many.
struct CertificateLevels {
    let lines: [String]

    private static let mostInOneColumn = 4

    func block(scale: Double, width: Double, on canvas: PDFCanvas) -> Block {
        lines.count > Self.mostInOneColumn
            ? twoColumns(scale: scale, width: width, on: canvas)
            : oneColumn(scale: scale, width: width, on: canvas)
    }

    private func oneColumn(scale: Double, width: Double, on canvas: PDFCanvas) -> Block {
        let style = TextStyle(size: 12, alignment: .centre).scaled(by: scale)
        let layouts = lines.map { canvas.layout($0, style, width: width * 0.8) }
        return Block(spaceBefore: spaceBefore(scale), height: layouts.reduce(0) { $0 + $1.height }) { origin in
            var y = origin.y
            for layout in layouts {
                let place = Point(x: origin.x + (width - layout.width) / 2, y: y)
                canvas.tagged(.paragraph) { canvas.draw(layout, at: place, .ink) }
                y += layout.height
            }
        }
    }

    /// Reads down the first column, then down the second; a small star opens each line.
    private func twoColumns(scale: Double, width: Double, on canvas: PDFCanvas) -> Block {
        let style = TextStyle(size: 11).scaled(by: scale)
        let bullet = 14 * scale
        let gap = 24 * scale
        let widest = (width - gap) / 2
        let layouts = lines.map { canvas.layout($0, style, width: widest - bullet) }
        // As narrow as the longest line allows, so that the two columns stand together in the middle.
        let column = min(widest, (layouts.map(\.textWidth).max() ?? 0) + bullet)
        let half = (layouts.count + 1) / 2
        let columns = [layouts[..<half], layouts[half...]]
        let height = columns.map { $0.reduce(0) { $0 + $1.height + 2 * scale } }.max() ?? 0

        return Block(spaceBefore: spaceBefore(scale), height: height) { origin in
            for (index, layouts) in columns.enumerated() {
                let x = origin.x + (width - 2 * column - gap) / 2 + Double(index) * (column + gap)
                var y = origin.y
                for layout in layouts {
                    let star = Point(x: x + 3 * scale, y: y + layout.baseline - style.size * 0.36)
                    canvas.fill(.brand, .star(centre: star, radius: 3 * scale))
                    canvas.tagged(.paragraph) { canvas.draw(layout, at: Point(x: x + bullet, y: y), .ink) }
                    y += layout.height + 2 * scale
                }
            }
        }
    }

    private func spaceBefore(_ scale: Double) -> Double { lines.isEmpty ? 0 : 7 * scale }
}
