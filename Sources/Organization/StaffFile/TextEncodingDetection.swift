/// Turns the bytes of an uploaded text file into text, or says how to save it so that no letter is lost.
///
/// Only encodings that can be told with certainty are read. A Windows code page is refused and not guessed: none has
/// the letter ə, so such a file has lost letters of people's names already.
package enum TextEncodingDetection {
    package static func text(of bytes: [UInt8]) throws(StaffFileError) -> String {
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            throw .workbook
        }
        let text: String? =
            if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
                String(validating: bytes[3...], as: UTF8.self)
            } else if bytes.starts(with: [0xFF, 0xFE]) {
                utf16(bytes[2...], lowByteFirst: true)
            } else if bytes.starts(with: [0xFE, 0xFF]) {
                utf16(bytes[2...], lowByteFirst: false)
            } else {
                String(validating: bytes, as: UTF8.self)
            }
        // A zero character means UTF-16 without its mark, or no text at all.
        guard let text, !text.utf8.contains(0) else { throw .unknownEncoding }
        return text
    }

    private static func utf16(_ bytes: ArraySlice<UInt8>, lowByteFirst: Bool) -> String? {
        guard bytes.count.isMultiple(of: 2) else { return nil }
        let units = stride(from: bytes.startIndex, to: bytes.endIndex, by: 2).map { index in
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            return lowByteFirst ? second << 8 | first : first << 8 | second
        }
        return String(validating: units, as: UTF16.self)
    }
}
