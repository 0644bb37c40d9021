/// The address of a link, sorted by what may be done with it.
enum WebAddress: Hashable {
    /// `http:` or `https:`, with a host.
    case external(String)
    /// `mailto:` or `tel:`.
    case contact(String)
    /// A path as seen from the file.
    case relative(String)
    /// `glossary:`, and the id of a term.
    case term(String)
    case refused(reason: String, mend: String)

    /// - Parameter raw: the address after CommonMark has read its escapes and entities.
    init(_ raw: String) {
        let allowed = "links may be https, http, mailto, tel or relative"
        guard !raw.isEmpty else {
            self = .refused(reason: "a link leads nowhere", mend: "write the address")
            return
        }
        // Browsers drop tabs and line ends inside an address and take `\` for `/`: what is left could be anything.
        guard !raw.unicodeScalars.contains(where: { $0.isControl || $0 == "\\" || $0.properties.isWhitespace }) else {
            self = .refused(
                reason: "a link's address holds a blank, a backslash or a control character",
                mend: "write it without; a blank is %20")
            return
        }
        let beforePath = raw.prefix { !"/?#".contains($0) }
        guard let colon = beforePath.firstIndex(of: ":") else {
            self = Self.relative(raw, allowed: allowed)
            return
        }
        let rest = raw[raw.index(after: colon)...]
        switch beforePath[..<colon].lowercased() {
        case "glossary": self = .term(String(rest))
        case "http", "https": self = Self.external(raw, rest: rest)
        case "mailto" where rest.first != "/" && rest.contains("@"): self = .contact(percentEncoded(raw))
        case "tel" where !rest.isEmpty && rest.allSatisfy { "+0123456789-().".contains($0) }:
            self = .contact(percentEncoded(raw))
        default: self = .refused(reason: "a link leads to `\(raw.prefix(60))`", mend: allowed)
        }
    }

    private static func external(_ raw: String, rest: Substring) -> WebAddress {
        let authority = rest.dropFirst(2).prefix { !"/?#".contains($0) }
        guard rest.hasPrefix("//"), !authority.isEmpty, authority.first != ":" else {
            return .refused(reason: "`\(raw.prefix(60))` names no host", mend: "write https://host/…")
        }
        guard !authority.contains("@") else {
            return .refused(
                reason: "`\(raw.prefix(60))` has an `@` before its host, as forged links do",
                mend: "write the host right after //")
        }
        return .external(percentEncoded(raw))
    }

    private static func relative(_ raw: String, allowed: String) -> WebAddress {
        if raw.hasPrefix("//") { return .refused(reason: "a link has no scheme", mend: "write https: before the //") }
        if raw.hasPrefix("/") {
            return .refused(reason: "`\(raw.prefix(60))` begins with /", mend: "write the path from this file: ../…")
        }
        if raw.contains("#") || raw.contains("?") {
            return .refused(
                reason: "`\(raw.prefix(60))` has a # or ?", mend: "link to the file itself: headings have no addresses")
        }
        return .relative(raw)
    }
}

/// Leaves what RFC 3986 allows, and existing escapes, and encodes every other byte.
private func percentEncoded(_ address: String) -> String {
    let allowed = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#@!$&()*+,;=%".utf8)
    let digits = Array("0123456789ABCDEF".utf8)
    var out: [UInt8] = []
    for byte in address.utf8 {
        if allowed.contains(byte) {
            out.append(byte)
        } else {
            out += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
    }
    return String(decoding: out, as: UTF8.self)
}
