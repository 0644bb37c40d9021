import Glibc

/// An IPv4 or IPv6 address as a number, so that networks can be compared by their leading bits.
///
/// IPv4 stands where IPv6 maps it (`::ffff:0:0/96`): a server that listens on IPv6 sees IPv4 visitors there, and both
/// spellings become the same address.
struct IPAddress: Hashable {
    let bits: UInt128

    static let mapped: UInt128 = 0xFFFF_0000_0000

    var isIPv4: Bool { bits >> 32 == Self.mapped >> 32 }

    init(bits: UInt128) { self.bits = bits }

    init?(_ text: String) {
        // A zone (`fe80::1%eth0`) only tells which of our own cables; a NUL would end the text for the C library alone.
        let text = text.prefix { $0 != "%" }
        guard !text.utf8.contains(0) else { return nil }
        if let bytes = Self.bytes(of: String(text), family: AF_INET, count: 4) {
            bits = bytes.reduce(0) { $0 << 8 | UInt128($1) } | Self.mapped
        } else if let bytes = Self.bytes(of: String(text), family: AF_INET6, count: 16) {
            bits = bytes.reduce(0) { $0 << 8 | UInt128($1) }
        } else {
            return nil
        }
    }

    /// Reads an entry of `X-Forwarded-For`, to which some proxies add the port: `192.0.2.1:5678`, `[2001:db8::1]:80`.
    init?(hop entry: String) {
        if entry.hasPrefix("[") {
            let parts = entry.dropFirst().split(separator: "]", omittingEmptySubsequences: false)
            guard parts.count == 2, parts[1].isEmpty || Self.isPort(parts[1]) else { return nil }
            self.init(String(parts[0]))
        } else if let colon = entry.firstIndex(of: ":"), Self.isPort(entry[colon...]), entry.contains(".") {
            self.init(String(entry[..<colon]))
        } else {
            self.init(entry)
        }
    }

    /// The usual spelling: `192.0.2.1`, `2001:db8::1`.
    var text: String {
        let octets = (0..<16).map { UInt8(truncatingIfNeeded: bits >> (120 - 8 * $0)) }
        let family = isIPv4 ? AF_INET : AF_INET6
        var buffer = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        guard inet_ntop(family, isIPv4 ? [UInt8](octets[12...]) : octets, &buffer, socklen_t(buffer.count)) != nil
        else { return "" }
        return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    private static func isPort(_ text: Substring) -> Bool {
        text.hasPrefix(":") && UInt16(text.dropFirst()) != nil
    }

    private static func bytes(of text: String, family: Int32, count: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        return inet_pton(family, text, &bytes) == 1 ? bytes : nil
    }
}
