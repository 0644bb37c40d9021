import Foundation

/// A word across the page, behind everything else, on documents that certify nothing.
struct Watermark {
    let text: String?

    /// Sets the word along the rising diagonal, as large as the frame holds.
    func draw(on canvas: PDFCanvas) {
        guard let text, !text.isEmpty else { return }
        let frame = CertificateFrame.content(of: canvas.size)
        let angle = atan2(frame.height, frame.width)
        let atSize100 = canvas.layout(text, TextStyle(size: 100, isBold: true), width: 10_000)
        let (width, height) = (atSize100.textWidth, atSize100.height)
        let fits = min(
            frame.width / (width * cos(angle) + height * sin(angle)),
            frame.height / (width * sin(angle) + height * cos(angle)))
        let layout = canvas.layout(text, TextStyle(size: min(150, 100 * fits), isBold: true), width: 10_000)

        canvas.moved(to: canvas.size.box.centre, turnedBy: -angle) {
            let corner = Point(x: -layout.textWidth / 2, y: -layout.height / 2)
            canvas.tagged(.paragraph) { canvas.draw(layout, at: corner, .watermark) }
        }
    }
}
