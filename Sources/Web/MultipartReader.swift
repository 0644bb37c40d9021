/// Walks through the bytes of a multipart body from one delimiter to the next (RFC 2046, section 5.1.1).
struct MultipartReader {
    private let bytes: [UInt8]
    /// With the line break before it, which belongs to the delimiter and not to the part.
    private let delimiter: [UInt8]
    private var position = 0

    private static let lineBreak: [UInt8] = [13, 10]

    init(bytes: [UInt8], boundary: String) {
        self.bytes = bytes
        delimiter = Self.lineBreak + [UInt8]("--\(boundary)".utf8)
    }

    /// Passes over what stands before the first delimiter, which may open the body without a line break.
    mutating func skipToFirstPart() throws(MultipartError) {
        if bytes.starts(with: delimiter.dropFirst(2)) {
            position = delimiter.count - 2
        } else if let start = indexOfDelimiter(from: 0) {
            position = start + delimiter.count
        } else {
            throw .noBoundary
        }
    }

    /// Whether the delimiter just passed opens a part; the last one ends in two dashes.
    mutating func startsPart() throws(MultipartError) -> Bool {
        if has([45, 45], at: position) { return false }
        while position < bytes.count, bytes[position] == 32 || bytes[position] == 9 { position += 1 }
        guard has(Self.lineBreak, at: position) else { throw .cutOff }
        position += 2
        return true
    }

    /// The header lines of the part, up to the empty line after them.
    mutating func headerLines(longest: Int, part: Int) throws(MultipartError) -> [ArraySlice<UInt8>] {
        let start = position
        var lines: [ArraySlice<UInt8>] = []
        while true {
            let limit = min(bytes.count, start + longest)
            var end = position
            while end < limit, bytes[end] != 13 { end += 1 }
            guard end < limit else { throw end < bytes.count ? .headerTooLong(part: part) : .cutOff }
            guard has(Self.lineBreak, at: end) else { throw .malformedHeader(part: part) }
            if end == position { return lines }
            lines.append(bytes[position..<end])
            position = end + 2
        }
    }

    /// The bytes of the part; begins at the empty line, whose line break is the delimiter's when the part is empty.
    mutating func body() throws(MultipartError) -> [UInt8] {
        guard let end = indexOfDelimiter(from: position) else { throw .cutOff }
        let start = min(position + 2, end)
        position = end + delimiter.count
        return [UInt8](bytes[start..<end])
    }

    /// Looks at each byte at most twice: a boundary holds no line break, so no match can begin inside another.
    private func indexOfDelimiter(from start: Int) -> Int? {
        var start = start
        while let candidate = bytes[start...].firstIndex(of: 13) {
            if has(delimiter, at: candidate) { return candidate }
            start = candidate + 1
        }
        return nil
    }

    private func has(_ wanted: [UInt8], at index: Int) -> Bool {
        guard bytes.count - index >= wanted.count else { return false }
        for offset in wanted.indices where bytes[index + offset] != wanted[offset] { return false }
        return true
    }
}
