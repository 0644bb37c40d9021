import Organization
import Testing

struct TextEncodingDetectionTests {
    private static let text = "Əliyeva,Гүлнарә,𐐀\r\n"

    private static let highByteFirst: [UInt8] = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    private static let lowByteFirst: [UInt8] = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }

    @Test(arguments: [
        [UInt8](text.utf8), [0xEF, 0xBB, 0xBF] + [UInt8](text.utf8), [0xFF, 0xFE] + lowByteFirst,
        [0xFE, 0xFF] + highByteFirst,
    ])
    func `reads UTF-8 and marked UTF-16`(bytes: [UInt8]) throws {
        #expect(try TextEncodingDetection.text(of: bytes) == Self.text)
    }

    @Test(
        arguments: [
            [0x41, 0xFF], [0xEF, 0xBB, 0xBF, 0xC3], [0xFF, 0xFE, 0x41], [0xFF, 0xFE, 0x00, 0xD8],
            [0xFE, 0xFF, 0xDC, 0x00],
            [0x41, 0x00, 0x42, 0x00],  // UTF-16 without its mark
            [0xD8, 0x6C, 0x69],  // Windows-1254
            [0xCC, 0xE0, 0xEC, 0xE5, 0xE4],  // Windows-1251
            [0xED, 0xA0, 0x80],  // half of a pair, in UTF-8
        ] as [[UInt8]])
    func `refuses what it would have to guess`(bytes: [UInt8]) {
        #expect(throws: StaffFileError.unknownEncoding) { try TextEncodingDetection.text(of: bytes) }
        #expect(StaffFileError.unknownEncoding.description.contains("CSV UTF-8"))
    }

    @Test(arguments: [[0x50, 0x4B, 0x03, 0x04, 0x14], [0xD0, 0xCF, 0x11, 0xE0, 0xA1]] as [[UInt8]])
    func `recognises a workbook`(bytes: [UInt8]) {
        #expect(throws: StaffFileError.workbook) { try TextEncodingDetection.text(of: bytes) }
    }
}
