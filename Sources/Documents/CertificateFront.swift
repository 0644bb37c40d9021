import Foundation

/// The page that is signed: who, what, until when, and how to check it.
struct CertificateFront {
    let document: CertificateDocument
    let qrCode: QRCode

    func draw(on canvas: PDFCanvas) {
        let content = CertificateFrame.content(of: canvas.size)
        CertificateFrame().draw(on: canvas)
        Watermark(text: document.watermark).draw(on: canvas)

        let seal = Box(x: content.x, y: content.y - 4, width: content.width, height: 48)
        canvas.fill(.brand, .star(centre: seal.centre, radius: seal.height / 2))
        canvas.fill(.paper, .circle(centre: seal.centre, radius: seal.height / 2 * 3.4 / 11))

        let agency = canvas.layout(
            document.agencyName, TextStyle(size: 13, isBold: true, alignment: .centre), width: content.width * 0.8)
        agency.balance()
        let place = Point(x: seal.centre.x - agency.width / 2, y: seal.bottom + 6)
        canvas.tagged(.paragraph) { canvas.draw(agency, at: place, .ink) }

        let top = place.y + agency.height + 10
        let body = Box(
            x: content.x, y: top, width: content.width, height: content.bottom - CertificateFoot.height - 10 - top)
        drawBody(in: body, on: canvas)
        CertificateFoot(document: document, qrCode: qrCode).draw(in: content, on: canvas)
        canvas.endPage()
    }

    /// Sets the middle of the page as large as it fits: very long names and many competencies make all of it smaller.
    private func drawBody(in box: Box, on canvas: PDFCanvas) {
        var scale = 1.12
        var blocks = self.blocks(scale: scale, width: box.width, on: canvas)
        while blocks.height > box.height, scale > 0.3 {
            scale -= 0.04
            blocks = self.blocks(scale: scale, width: box.width, on: canvas)
        }

        // Two fifths of what is left go above: the eye looks for the middle of a page a little above it.
        var y = box.y + max(0, (box.height - blocks.height) * 0.4)
        for block in blocks {
            y += block.spaceBefore
            block.draw(Point(x: box.x, y: y))
            y += block.height
        }
    }

    private func blocks(scale: Double, width: Double, on canvas: PDFCanvas) -> [Block] {
        func text(
            _ text: String, _ style: TextStyle, _ colour: Colour, tag: StructureTag = .paragraph, spaceBefore: Double,
            width share: Double = 0.8
        ) -> Block {
            let layout = canvas.layout(text, style.scaled(by: scale), width: width * share)
            layout.balance()
            return Block(spaceBefore: spaceBefore * scale, height: layout.height) { origin in
                let place = Point(x: origin.x + (width - layout.width) / 2, y: origin.y)
                canvas.tagged(tag) { canvas.draw(layout, at: place, colour) }
            }
        }

        let over = capitals(document.labels.overTitle, language: document.language)
        let days = [document.issuedText, document.validUntilText].filter { !$0.isEmpty }.joined(separator: " · ")
        let nameSize = sizeForOneLine(document.holderName, from: 34, downTo: 22, width: width / scale, on: canvas)
        return [
            text(
                over, .init(size: 15, isBold: true, alignment: .centre, tracking: 0.08), .brand, tag: .heading,
                spaceBefore: 0),
            text(
                document.holderName, .init(size: nameSize, isBold: true, alignment: .centre), .ink, tag: .subheading,
                spaceBefore: 4, width: 1),
            text(document.labels.sentence, .init(size: 12.5, alignment: .centre), .soft, spaceBefore: 4),
            text(
                document.certificationName, .init(size: 21, isBold: true, alignment: .centre), .brand,
                tag: .subheading, spaceBefore: 8),
            CertificateLevels(lines: document.levelLines).block(scale: scale, width: width, on: canvas),
            text(days, .init(size: 12, alignment: .centre), .ink, spaceBefore: 12),
        ]
    }

    /// The largest size at which a name stays on one line; one that never does is set smaller, on more lines.
    private func sizeForOneLine(
        _ name: String, from largest: Double, downTo smallest: Double, width: Double, on canvas: PDFCanvas
    ) -> Double {
        stride(from: largest, through: smallest, by: -1).first { size in
            canvas.layout(name, TextStyle(size: size, isBold: true), width: width).lineCount == 1
        } ?? smallest + 2
    }
}

/// A part of the page that knows its height before it is drawn.
struct Block {
    var spaceBefore: Double
    var height: Double
    var draw: (Point) -> Void
}

extension [Block] {
    fileprivate var height: Double { reduce(0) { $0 + $1.spaceBefore + $1.height } }
}

/// Capitals by the rules of the language: Azerbaijani and Turkish have İ above i, and I above ı.
private func capitals(_ text: String, language: String) -> String {
    text.uppercased(with: Locale(identifier: language))
}
