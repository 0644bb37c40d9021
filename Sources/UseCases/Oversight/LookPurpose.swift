/// What the Electronic Controller opens persons' data for, in their own words; those persons read it.
package struct LookPurpose: Hashable, Sendable {
    package let text: String

    package static let lengths = 10...300

    /// Nothing where it is too short to say anything or too long to read.
    package init?(typed: String) {
        let text = typed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        // Purposes of that form are the program's own, preset by the page that HR came from.
        guard Self.lengths.contains(text.count), !text.hasPrefix("hr:") else { return nil }
        self.text = text
    }
}
