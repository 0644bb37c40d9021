/// The ground of a certificate's page: paper, two borders and between them the band of eight-pointed stars.
struct CertificateFrame {
    /// From the paper's edge to the outer border: more than the 5 mm that office printers cannot reach.
    static let margin = 20.0
    static let bandWidth = 20.0

    /// What is left for words.
    static func content(of size: PageSize) -> Box {
        size.box.inset(by: margin + bandWidth + 18)
    }

    func draw(on canvas: PDFCanvas) {
        let outer = canvas.size.box.inset(by: Self.margin)
        let inner = outer.inset(by: Self.bandWidth)
        canvas.fill(.paper, .rectangle(canvas.size.box))
        drawStars(along: outer.inset(by: Self.bandWidth / 2), on: canvas)
        canvas.stroke(.brand, width: 2, .rectangle(outer))
        canvas.stroke(.brand, width: 0.75, .rectangle(inner))
    }

    /// Stars at even steps along the four sides, one exactly in each corner.
    private func drawStars(along box: Box, on canvas: PDFCanvas) {
        let columns = Int((box.width / Self.bandWidth).rounded())
        let rows = Int((box.height / Self.bandWidth).rounded())
        for column in 0...columns {
            for row in 0...rows where column == 0 || column == columns || row == 0 || row == rows {
                let centre = Point(
                    x: box.x + box.width * Double(column) / Double(columns),
                    y: box.y + box.height * Double(row) / Double(rows))
                let isCorner = (column == 0 || column == columns) && (row == 0 || row == rows)
                canvas.fill(isCorner ? .brand : .ornament, .star(centre: centre, radius: isCorner ? 7 : 5.5))
            }
        }
    }
}
