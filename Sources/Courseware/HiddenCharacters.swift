extension Unicode.Scalar {
    /// Whether the character steers a terminal or a layout instead of being read; line ends and tabs count too.
    var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) || isDirectionOverride }

    /// Whether a text may not hold the character: a control other than line end and tab, or a direction override, which
    /// makes a text read otherwise than it is written.
    var isHidden: Bool { isControl && value != 0x0A && value != 0x09 }

    private var isDirectionOverride: Bool { (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value) }

    var code: String {
        let digits = String(value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
