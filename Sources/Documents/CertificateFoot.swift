/// The foot of the signed page: on the left the line to sign on, on the right the code and its QR code.
struct CertificateFoot {
    let document: CertificateDocument
    let qrCode: QRCode

    static let height = 88.0

    /// Draws along the lower edge of `content`.
    func draw(in content: Box, on canvas: PDFCanvas) {
        let box = Box(x: content.x, y: content.bottom - Self.height, width: content.width, height: Self.height)
        drawSignature(in: box, on: canvas)
        let square = Box(x: box.right - box.height, y: box.y, width: box.height, height: box.height)
        canvas.tagged(.figure(document.labels.qrDescription)) { drawQRCode(in: square, on: canvas) }
        drawCode(endingAt: square.x - 12, in: box, on: canvas)
    }

    private func drawSignature(in box: Box, on canvas: PDFCanvas) {
        let width = 230.0
        let label = canvas.layout(document.labels.signature, TextStyle(size: 10.5), width: width)
        let line = box.bottom - label.height - 4
        canvas.stroke(.ink, width: 0.75, .line(from: Point(x: box.x, y: line), to: Point(x: box.x + width, y: line)))
        canvas.tagged(.paragraph) { canvas.draw(label, at: Point(x: box.x, y: line + 4), .soft) }
    }

    /// White under the code, quiet zone included: the paper's tone would cost contrast on a poor copy.
    private func drawQRCode(in square: Box, on canvas: PDFCanvas) {
        let module = square.width / Double(qrCode.modules.count + 2 * QRCode.quietZone)
        canvas.fill(.card, .rectangle(square))
        let dark = qrCode.runs.map { run in
            Box(
                x: square.x + Double(run.column + QRCode.quietZone) * module,
                y: square.y + Double(run.row + QRCode.quietZone) * module,
                width: Double(run.length) * module, height: module)
        }
        canvas.fill(.ink, .rectangles(dark))
    }

    private func drawCode(endingAt right: Double, in box: Box, on canvas: PDFCanvas) {
        let width = 250.0
        let parts: [(TextLayout, Colour)] = [
            (part(document.labels.verificationCode, size: 10), .soft),
            (part(document.code, size: 15, isBold: true, tracking: 0.03), .ink),
            (part(addressToPrint, size: 10), .soft),
        ]
        var y = box.bottom - parts.reduce(0) { $0 + $1.0.height }
        for (layout, colour) in parts {
            canvas.tagged(.paragraph) { canvas.draw(layout, at: Point(x: right - width, y: y), colour) }
            y += layout.height
        }

        func part(_ text: String, size: Double, isBold: Bool = false, tracking: Double = 0) -> TextLayout {
            let style = TextStyle(size: size, isBold: isBold, alignment: .right, tracking: tracking)
            return canvas.layout(text, style, width: width)
        }
    }

    /// People type no `https://`.
    private var addressToPrint: String {
        let address = document.verifyAddress
        guard let scheme = address.firstRange(of: "://") else { return address }
        return String(address[scheme.upperBound...])
    }
}
