/// A network in CIDR notation (`10.0.0.0/8`, `2001:db8::/32`), or a single address.
struct IPNetwork: Hashable {
    private let address: IPAddress
    /// Counted over the 128 bits of `IPAddress`: an IPv4 network has 96 more than it is written with.
    private let prefixLength: Int

    init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard let written = parts.first, let address = IPAddress(String(written)), parts.count <= 2 else { return nil }
        let isWrittenAsIPv4 = !written.contains(":")
        let longest = isWrittenAsIPv4 ? 32 : 128
        var length = longest
        if parts.count == 2 {
            guard parts[1].utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(parts[1]),
                (0...longest).contains(number)
            else { return nil }
            length = number
        }
        self.address = address
        prefixLength = isWrittenAsIPv4 ? length + 96 : length
    }

    func contains(_ other: IPAddress) -> Bool {
        // A wide IPv6 network such as ::/0 means IPv6, though IPv4 addresses are kept in its range.
        if prefixLength < 96, other.isIPv4 { return false }
        guard prefixLength > 0 else { return true }
        return (address.bits ^ other.bits) >> (128 - prefixLength) == 0
    }
}
