import Glibc

/// The little HTML that is made outside templates.
enum HTML {
    /// Text safe in an element and in a quoted attribute.
    static func escaped(_ text: String) -> String {
        // Most texts hold nothing to escape; all five characters are ASCII, so bytes tell.
        guard text.utf8.contains(where: { entity(of: $0) != nil }) else { return text }
        var safe: [UInt8] = []
        safe.reserveCapacity(text.utf8.count + 32)
        for byte in text.utf8 {
            if let entity = entity(of: byte) { safe += entity.utf8 } else { safe.append(byte) }
        }
        return String(decoding: safe, as: UTF8.self)
    }

    private static func entity(of byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }

    /// `page` with every `place` replaced; both are ours, and bytes are enough to find one.
    static func replacing(_ place: String, with value: String, in page: [UInt8]) -> [UInt8] {
        let (place, value) = (Array(place.utf8), Array(value.utf8))
        var result: [UInt8] = []
        result.reserveCapacity(page.count + 8 * value.count)
        page.withUnsafeBytes { page in
            var rest = page[...]
            while let start = rest.start(of: place) {
                result += rest[..<start]
                result += value
                rest = rest[(start + place.count)...]
            }
            result += rest
        }
        return result
    }
}

extension Slice<UnsafeRawBufferPointer> {
    /// Where a text begins; the C library finds its first byte many at a time.
    fileprivate func start(of text: [UInt8]) -> Int? {
        guard let first = text.first, let base = base.baseAddress else { return nil }
        var from = startIndex
        while from < endIndex, let found = memchr(base + from, Int32(first), endIndex - from) {
            let start = UnsafeRawPointer(found) - base
            if self[start...].starts(with: text) { return start }
            from = start + 1
        }
        return nil
    }
}
