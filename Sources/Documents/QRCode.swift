import CQREncode

/// The dark and light squares of a QR code, for a page (SVG) or a document (vector rectangles).
///
/// Error correction is level M (15 % may be lost): enough for a folded print-out, and larger modules than level H.
package struct QRCode: Sendable, Hashable {
    /// Rows from the top, `true` for a dark square; without the quiet zone.
    package let modules: [[Bool]]

    /// Light squares that readers expect on every side (ISO/IEC 18004).
    package static let quietZone = 4

    package init(_ text: String) throws(QRCodeError) {
        guard !text.isEmpty else { throw .emptyText }
        guard !text.utf8.contains(0) else { throw .textHoldsNUL }
        // QR_MODE_8 still lets the library use the denser digit and capital modes where they fit; version 0 is "smallest".
        guard let code = QRcode_encodeString(text, 0, QR_ECLEVEL_M, QR_MODE_8, 1) else {
            let bytes = text.utf8.count
            throw bytes > 2331 ? .textTooLong(bytes: bytes) : .outOfMemory
        }
        defer { QRcode_free(code) }

        let width = Int(code.pointee.width)
        let data = UnsafeBufferPointer(start: code.pointee.data, count: width * width)
        // Bit 0 is the colour; the other bits tell which part of the symbol a square belongs to.
        modules = (0..<width).map { row in (0..<width).map { column in data[row * width + column] & 1 == 1 } }
    }

    /// A stretch of dark squares in one row.
    struct Run: Hashable {
        let row: Int
        let column: Int
        let length: Int
    }

    /// The dark squares joined row by row, so that neighbours share no edge that could show as a hairline.
    var runs: [Run] {
        modules.enumerated().flatMap { row, squares in
            var runs: [Run] = []
            var start = 0
            while let dark = squares[start...].firstIndex(of: true) {
                let end = squares[dark...].firstIndex(of: false) ?? squares.endIndex
                runs.append(Run(row: row, column: dark, length: end - dark))
                start = end
            }
            return runs
        }
    }

    /// An image for a page, `moduleSize` pixels a square, that a screen reader announces as `label`.
    ///
    /// Its colours are fixed: a reader needs dark on light in the dark theme too.
    package func svg(moduleSize: Int, label: String) -> String {
        let zone = Self.quietZone
        let side = modules.count + 2 * zone
        let path = runs.map { "M\($0.column + zone) \($0.row + zone)h\($0.length)v1h-\($0.length)z" }.joined()
        return """
            <svg class="qr" viewBox="0 0 \(side) \(side)" width="\(side * moduleSize)" height="\(side * moduleSize)" \
            role="img" aria-label="\(attribute(label))" shape-rendering="crispEdges">\
            <rect width="\(side)" height="\(side)" fill="#fff"/><path d="\(path)" fill="#000"/></svg>
            """
    }
}

/// Escapes what would end or change an attribute in double quotes.
private func attribute(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "&": escaped += "&amp;"
        case "\"": escaped += "&quot;"
        case "<": escaped += "&lt;"
        case ">": escaped += "&gt;"
        default: escaped.unicodeScalars.append(scalar)
        }
    }
    return escaped
}
