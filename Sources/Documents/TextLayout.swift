import CPangoCairo

/// How a text looks.
struct TextStyle: Hashable {
    enum Alignment { case left, centre, right }

    /// Points.
    var size: Double
    var isBold = false
    var alignment = Alignment.left
    /// Space between letters, as a share of the size.
    var tracking = 0.0

    func scaled(by factor: Double) -> TextStyle {
        var style = self
        style.size *= factor
        return style
    }
}

/// A text shaped and broken into lines, ready to be measured and drawn.
final class TextLayout {
    let pango: OpaquePointer?
    private(set) var width: Double

    init(_ text: String, _ style: TextStyle, width: Double, language: String, context: OpaquePointer?) {
        self.width = width
        pango = pango_layout_new(context)
        let font = pango_font_description_new()
        pango_font_description_set_family(font, Typesetting.family)
        pango_font_description_set_weight(font, style.isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
        pango_font_description_set_absolute_size(font, units(style.size))
        pango_layout_set_font_description(pango, font)
        pango_font_description_free(font)

        let attributes = pango_attr_list_new()
        pango_attr_list_insert(attributes, pango_attr_language_new(pango_language_from_string(language)))
        // In Azerbaijani the ligature of f and i would hide the dot that tells i from ı.
        pango_attr_list_insert(attributes, pango_attr_font_features_new("liga=0, clig=0"))
        // A hyphen where an address or a name had to be cut would be read as one of its letters.
        pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(0))
        if style.tracking > 0 {
            pango_attr_list_insert(attributes, pango_attr_letter_spacing_new(Int32(units(style.size * style.tracking))))
        }
        pango_layout_set_attributes(pango, attributes)
        pango_attr_list_unref(attributes)

        switch style.alignment {
        case .left: pango_layout_set_alignment(pango, PANGO_ALIGN_LEFT)
        case .centre: pango_layout_set_alignment(pango, PANGO_ALIGN_CENTER)
        case .right: pango_layout_set_alignment(pango, PANGO_ALIGN_RIGHT)
        }
        // Between words where it can be, inside one where it must: nothing may leave the page.
        pango_layout_set_wrap(pango, PANGO_WRAP_WORD_CHAR)
        pango_layout_set_width(pango, Int32(units(width)))
        pango_layout_set_text(pango, text, -1)
    }

    deinit {
        g_object_unref(UnsafeMutableRawPointer(pango))
    }

    var lineCount: Int { Int(pango_layout_get_line_count(pango)) }

    var height: Double { extent.height }

    /// The width of the longest line, which may be less than the width given.
    var textWidth: Double { extent.width }

    /// Where the first line's letters stand, from the top.
    var baseline: Double { points(pango_layout_get_baseline(pango)) }

    /// Makes the lines about equally long: the narrowest width that needs no further line.
    ///
    /// The layout keeps its place: a centred text stays centred in the width it was given.
    func balance() {
        let lines = lineCount
        guard lines > 1 else { return }
        var tooNarrow = width / Double(lines) / 2
        var wideEnough = width
        while wideEnough - tooNarrow > 1 {
            let middle = (tooNarrow + wideEnough) / 2
            pango_layout_set_width(pango, Int32(units(middle)))
            if lineCount > lines { tooNarrow = middle } else { wideEnough = middle }
        }
        pango_layout_set_width(pango, Int32(units(wideEnough)))
        width = wideEnough
    }

    /// Cuts what does not fit on one line, with an ellipsis.
    func cutToOneLine() {
        pango_layout_set_ellipsize(pango, PANGO_ELLIPSIZE_END)
    }

    private var extent: (width: Double, height: Double) {
        var logical = PangoRectangle()
        pango_layout_get_extents(pango, nil, &logical)
        return (points(logical.width), points(logical.height))
    }
}

private func units(_ points: Double) -> Double { (points * Double(PANGO_SCALE)).rounded() }

private func points(_ units: Int32) -> Double { Double(units) / Double(PANGO_SCALE) }
