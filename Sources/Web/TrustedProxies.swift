/// The reverse proxies whose word about a visitor's address is believed.
///
/// Anyone can send an `X-Forwarded-For` header. It counts only when it arrives from one of these networks, and only up
/// to the first address that is not one of them.
package struct TrustedProxies: Sendable {
    private let networks: [IPNetwork]

    /// Believes nobody: the visitor is whoever is connected.
    package static let none = TrustedProxies(networks: [])

    private init(networks: [IPNetwork]) { self.networks = networks }

    /// Reads a list like `127.0.0.1, ::1, 10.0.0.0/8`, parted by commas or blanks.
    package init(_ list: String) throws(TrustedProxiesError) {
        var networks: [IPNetwork] = []
        for entry in list.split(whereSeparator: { $0 == "," || $0.isWhitespace }) {
            guard let network = IPNetwork(String(entry)) else { throw .malformed(String(entry)) }
            networks.append(network)
        }
        self.init(networks: networks)
    }

    package func contains(address: String) -> Bool { IPAddress(address).map(contains) ?? false }

    /// Who is really asking, and whether they came by HTTPS as far as the proxies know.
    ///
    /// - Parameters:
    ///   - peer: the address at the other end of the connection.
    ///   - forwardedFor: `X-Forwarded-For`, several headers joined by commas; each proxy adds on the right.
    ///   - forwardedProto: `X-Forwarded-Proto`.
    /// - Returns: the address in its usual spelling, IPv4 also where it came as IPv6. `isSecure` tells only what a
    ///   trusted proxy said: a server that ends TLS itself knows more.
    package func client(
        peer: String, forwardedFor: String?, forwardedProto: String?
    ) -> (address: String, isSecure: Bool) {
        guard let peerAddress = IPAddress(peer) else { return (peer, false) }
        var client = peerAddress
        // How many hops from the right the proxy stands that saw the client: it wrote the protocol at the same place.
        var hops = 0
        if contains(peerAddress), let forwardedFor {
            for entry in Self.entries(of: forwardedFor).reversed() {
                guard contains(client), let address = IPAddress(hop: entry) else { break }
                client = address
                hops += 1
            }
        }
        guard contains(peerAddress), let forwardedProto else { return (client.text, false) }
        let protocols = Self.entries(of: forwardedProto)
        // Fewer protocols than hops: an inner proxy handed on the outermost one's word.
        let witness = protocols.count - min(max(hops, 1), protocols.count)
        return (client.text, protocols.indices.contains(witness) && protocols[witness].lowercased() == "https")
    }

    private func contains(_ address: IPAddress) -> Bool { networks.contains { $0.contains(address) } }

    private static func entries(of header: String) -> [String] {
        header.split(separator: ",").map { String($0.filter { !$0.isWhitespace }) }
    }
}

/// What is wrong with a list of trusted proxies.
package enum TrustedProxiesError: Error, Hashable, Sendable, CustomStringConvertible {
    case malformed(String)

    package var description: String {
        switch self {
        case .malformed(let entry):
            "“\(entry)” is no address or network; write addresses like 127.0.0.1 or ::1 and networks like 10.0.0.0/8."
        }
    }
}
