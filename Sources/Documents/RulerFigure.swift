/// A ruler on paper: bands for the levels, a dot for the ability, a whisker for what is not known, a notch for the need.
struct RulerFigure {
    private let ruler: AbilityRulerDrawing
    private let width: Double
    private let caption: TextLayout
    private let state: TextLayout
    private let levels: [(band: AbilityRulerDrawing.Band, name: TextLayout)]

    private static let barHeight = 12.0
    /// Between caption and bar there is room for the notch, which is longer than the bar is high.
    private static let notch = 5.0

    init(ruler: AbilityRulerDrawing, width: Double, canvas: PDFCanvas) {
        self.ruler = ruler
        self.width = width
        caption = canvas.layout(ruler.caption, TextStyle(size: 11, isBold: true), width: width * 0.56)
        let besideCaption = width - caption.textWidth - 10
        state = canvas.layout(ruler.stateText, TextStyle(size: 9.5, alignment: .right), width: besideCaption)
        levels = ruler.bands.map { band in
            let name = canvas.layout(
                band.name, TextStyle(size: 7.5), width: max(1, (band.end - band.start) * width - 4))
            name.cutToOneLine()
            return (band, name)
        }
    }

    /// From the top to the end of caption and state, which may take several lines.
    var captionHeight: Double {
        max(caption.height, max(0, caption.baseline - state.baseline) + state.height)
    }

    var barHeight: Double {
        2 * Self.notch + Self.barHeight + (levels.map(\.name.height).max() ?? 0)
    }

    /// Draws the bar `captionHeight` below the top: neighbours that share a row share the tallest one's.
    func draw(at origin: Point, captionHeight: Double, on canvas: PDFCanvas) {
        canvas.tagged(.paragraph) { canvas.draw(caption, at: origin, .ink) }
        canvas.tagged(.paragraph) {
            // Both stand on one line of writing, though their sizes differ.
            let y = origin.y + max(0, caption.baseline - state.baseline)
            canvas.draw(state, at: Point(x: origin.x + width - state.width, y: y), .soft)
        }
        canvas.tagged(.figure("\(ruler.caption): \(ruler.stateText)")) {
            drawBar(at: Point(x: origin.x, y: origin.y + captionHeight + Self.notch), on: canvas)
        }
    }

    private func drawBar(at origin: Point, on canvas: PDFCanvas) {
        let middle = origin.y + Self.barHeight / 2
        for (band, name) in levels {
            let box = Box(
                x: x(band.start, origin) + 1, y: origin.y, width: max(0, (band.end - band.start) * width - 2),
                height: Self.barHeight)
            canvas.fill(ruler.at >= band.start ? .brandWash : .wash, .rectangle(box))
            canvas.stroke(.line, width: 0.5, .rectangle(box))
            canvas.draw(name, at: Point(x: box.x + 1, y: box.bottom + Self.notch), .soft)
        }
        canvas.stroke(
            .unsure, width: 3.5,
            .line(from: Point(x: x(ruler.low, origin), y: middle), to: Point(x: x(ruler.high, origin), y: middle)))
        canvas.fill(.brand, .circle(centre: Point(x: x(ruler.at, origin), y: middle), radius: 4.5))
        if let need = ruler.need {
            let place = x(need, origin)
            canvas.stroke(
                .bad, width: 1.75,
                .line(
                    from: Point(x: place, y: origin.y - Self.notch),
                    to: Point(x: place, y: origin.y + Self.barHeight + Self.notch - 1)))
        }
    }

    private func x(_ position: Double, _ origin: Point) -> Double { origin.x + onRuler(position) * width }
}
