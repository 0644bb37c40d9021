import CPangoCairo
import FoundationEssentials

/// A PDF that is being drawn: cairo's surface and context, with Pango for the text.
///
/// Lengths are points (1/72 inch) from the upper left corner. To be used inside `Typesetting.withFonts` only.
final class PDFCanvas {
    let size: PageSize
    let language: String
    /// What the figures show, in the order in which they were drawn; cairo 1.16 cannot write it itself.
    private(set) var figureDescriptions: [String] = []

    private let output = Output()
    private let surface: OpaquePointer?
    private let cairo: OpaquePointer?
    private let pango: OpaquePointer?

    init(size: PageSize, language: String, fonts: Typesetting.FontMap) {
        self.size = size
        self.language = language
        surface = cairo_pdf_surface_create_for_stream(
            { output, bytes, count in
                guard let output, let bytes else { return CAIRO_STATUS_WRITE_ERROR }
                Unmanaged<Output>.fromOpaque(output).takeUnretainedValue()
                    .bytes.append(contentsOf: UnsafeBufferPointer(start: bytes, count: Int(count)))
                return CAIRO_STATUS_SUCCESS
            },
            Unmanaged.passUnretained(output).toOpaque(), size.width, size.height)
        // Newer versions pack the objects that `PDFAccessibility` must find.
        cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_4)
        cairo = cairo_create(surface)
        pango = pango_font_map_create_context(fonts)
        pango_context_set_language(pango, pango_language_from_string(language))
        // Glyphs go where the outline says, not where a screen's pixels would want them.
        let options = cairo_font_options_create()
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        pango_cairo_context_set_font_options(pango, options)
        cairo_font_options_destroy(options)
        pango_context_set_round_glyph_positions(pango, 0)
    }

    deinit {
        g_object_unref(UnsafeMutableRawPointer(pango))
        cairo_destroy(cairo)
        cairo_surface_destroy(surface)
    }

    func describe(title: String, author: String, subject: String, created: Date) {
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, author)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, subject)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Bilik")
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, created.formatted(.iso8601))
    }

    /// Ends the page; what is drawn next stands on a new one.
    func endPage() {
        cairo_show_page(cairo)
    }

    /// Writes what is left and gives the bytes of the document.
    func finish() throws(CertificateDocumentError) -> [UInt8] {
        let drawing = cairo_status(cairo)
        cairo_surface_finish(surface)
        for status in [drawing, cairo_surface_status(surface)] where status != CAIRO_STATUS_SUCCESS {
            throw .drawingFailed(String(cString: cairo_status_to_string(status)))
        }
        return output.bytes
    }

    /// Marks what `draw` draws as a part of the document's structure, which screen readers follow.
    func tagged(_ tag: StructureTag, _ draw: () -> Void) {
        if case .figure(let description) = tag { figureDescriptions.append(description) }
        cairo_tag_begin(cairo, tag.name, nil)
        draw()
        cairo_tag_end(cairo, tag.name)
    }

    func fill(_ colour: Colour, _ shape: Shape) {
        add(shape)
        setSource(colour)
        cairo_fill(cairo)
    }

    func stroke(_ colour: Colour, width: Double, _ shape: Shape) {
        add(shape)
        setSource(colour)
        cairo_set_line_width(cairo, width)
        cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND)
        cairo_stroke(cairo)
    }

    /// Shapes and breaks a text into lines no wider than `width`.
    func layout(_ text: String, _ style: TextStyle, width: Double) -> TextLayout {
        TextLayout(text, style, width: width, language: language, context: pango)
    }

    func draw(_ layout: TextLayout, at point: Point, _ colour: Colour) {
        setSource(colour)
        cairo_move_to(cairo, point.x, point.y)
        pango_cairo_show_layout(cairo, layout.pango)
    }

    /// Draws in a place of its own: `point` becomes the origin, and `angle` (radians) turns clockwise.
    func moved(to point: Point, turnedBy angle: Double = 0, _ draw: () -> Void) {
        cairo_save(cairo)
        cairo_translate(cairo, point.x, point.y)
        cairo_rotate(cairo, angle)
        draw()
        cairo_restore(cairo)
    }

    private func setSource(_ colour: Colour) {
        cairo_set_source_rgb(cairo, colour.red, colour.green, colour.blue)
    }

    private func add(_ shape: Shape) {
        cairo_new_path(cairo)
        switch shape {
        case .rectangles(let boxes):
            for box in boxes { cairo_rectangle(cairo, box.x, box.y, box.width, box.height) }
        case .line(let start, let end):
            cairo_move_to(cairo, start.x, start.y)
            cairo_line_to(cairo, end.x, end.y)
        case .polygon(let corners):
            for corner in corners { cairo_line_to(cairo, corner.x, corner.y) }
            cairo_close_path(cairo)
        case .circle(let centre, let radius):
            cairo_arc(cairo, centre.x, centre.y, radius, 0, 2 * Double.pi)
        }
    }

    private final class Output {
        var bytes: [UInt8] = []
    }
}
