import CPangoCairo
import Synchronization

/// The fonts on this machine, lent to one thread at a time.
///
/// A `PangoFontMap` and what hangs on it (contexts, caches, FreeType faces) may be used by one thread only. Pango's own
/// answer is a map a thread, but the threads of Swift's pool come and go and each would load the fonts again; one map
/// behind a lock loads them once. A certificate holds the lock for some milliseconds.
enum Typesetting {
    static let family = "Noto Sans"

    typealias FontMap = UnsafeMutablePointer<PangoFontMap>

    static func withFonts<Result: Sendable>(
        _ body: (FontMap) throws(CertificateDocumentError) -> Result
    ) throws(CertificateDocumentError) -> Result {
        try shared.withLock { shared throws(CertificateDocumentError) in
            if let map = shared.map { return try body(map) }
            let map = try loadFonts()
            shared.map = map
            return try body(map)
        }
    }

    private struct Shared: @unchecked Sendable {
        var map: FontMap?
    }

    private static let shared = Mutex(Shared())

    /// Asks for the family by name: Pango would replace a missing font silently, by one that may have no ə.
    private static func loadFonts() throws(CertificateDocumentError) -> FontMap {
        guard let map = pango_cairo_font_map_new() else { throw .fontMissing(family) }
        guard pango_font_map_get_family(map, family) != nil else {
            g_object_unref(map)
            throw .fontMissing(family)
        }
        return map
    }
}
