/// The back of a certificate: what is known of the holder's abilities, and how surely.
struct CertificateBack {
    let document: CertificateDocument

    /// Fills as many pages as the rulers need, two columns each; without rulers there is none.
    func draw(on canvas: PDFCanvas) {
        guard !document.rulers.isEmpty else { return }
        let content = CertificateFrame.content(of: canvas.size)
        let gap = 40.0
        let column = (content.width - gap) / 2
        let figures = document.rulers.map { RulerFigure(ruler: $0, width: column, canvas: canvas) }

        var y = openPage(in: content, on: canvas)
        for start in stride(from: 0, to: figures.count, by: 2) {
            let row = figures[start..<min(start + 2, figures.count)]
            let captionHeight = row.map(\.captionHeight).max() ?? 0
            let height = captionHeight + (row.map(\.barHeight).max() ?? 0)
            if y + height > content.bottom {
                canvas.endPage()
                y = openPage(in: content, on: canvas)
            }
            for (index, figure) in row.enumerated() {
                let place = Point(x: content.x + Double(index) * (column + gap), y: y)
                figure.draw(at: place, captionHeight: captionHeight, on: canvas)
            }
            y += height + 14
        }
        canvas.endPage()
    }

    /// Draws ground and heading of a page and returns where its rulers may begin.
    private func openPage(in content: Box, on canvas: PDFCanvas) -> Double {
        CertificateFrame().draw(on: canvas)
        Watermark(text: document.watermark).draw(on: canvas)
        let labels = document.labels
        let whose = [document.holderName, document.certificationName, document.code].joined(separator: " · ")
        var y = content.y
        for (text, style, colour, tag) in [
            (labels.rulersTitle, TextStyle(size: 20, isBold: true), Colour.brand, StructureTag.heading),
            (whose, TextStyle(size: 11), .ink, .paragraph),
            (labels.rulersExplanation, TextStyle(size: 10), .soft, .paragraph),
        ] where !text.isEmpty {
            let layout = canvas.layout(text, style, width: content.width)
            canvas.tagged(tag) { canvas.draw(layout, at: Point(x: content.x, y: y), colour) }
            y += layout.height + 3
        }
        return y + 16
    }
}
