/// A colour of the printed look, the same tokens as the web pages' light theme.
struct Colour: Hashable {
    let red: Double
    let green: Double
    let blue: Double

    init(_ hex: UInt32) {
        red = Double(hex >> 16 & 0xFF) / 255
        green = Double(hex >> 8 & 0xFF) / 255
        blue = Double(hex & 0xFF) / 255
    }

    static let paper = Colour(0xFAF8F3)
    static let card = Colour(0xFFFFFF)
    static let ink = Colour(0x17252C)
    static let soft = Colour(0x51626B)
    static let line = Colour(0xDDD8CC)
    static let wash = Colour(0xF1EDE3)
    static let brand = Colour(0x0B5A62)
    static let brandWash = Colour(0xE2F0EF)
    static let bad = Colour(0xA3202C)
    /// The whisker: the brand at 45 % over the paper, mixed here because a transparent colour makes some printers
    /// turn the whole page into an image.
    static let unsure = Colour(0x8FB1B2)
    /// The ornament in the frame, faint enough to stay behind the words.
    static let ornament = Colour(0xCBDDDA)
    /// The watermark, visible across the page without hiding a letter.
    static let watermark = Colour(0xF3E2DE)
}
