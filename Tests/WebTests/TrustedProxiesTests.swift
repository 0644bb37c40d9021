import Testing
import Web

struct TrustedProxiesTests {
    @Test(arguments: [
        ("10.0.0.0/8", "10.255.0.1", true), ("10.0.0.0/8", "11.0.0.1", false), ("10.0.0.0/8", "::ffff:10.1.2.3", true),
        ("10.0.0.0/8", "::ffff:0a01:0203", true), ("10.1.2.3/8", "10.9.9.9", true), ("127.0.0.1", "127.0.0.1", true),
        ("127.0.0.1", "127.0.0.2", false), ("0.0.0.0/0", "8.8.8.8", true), ("0.0.0.0/0", "2001:db8::1", false),
        ("::1", "0:0:0:0:0:0:0:1", true), ("2001:db8::/32", "2001:DB8:ffff::1", true),
        ("2001:db8::/32", "2001:db9::1", false), ("::/0", "2001:db8::1", true), ("::/0", "10.0.0.1", false),
        ("::ffff:10.0.0.0/104", "10.7.7.7", true), ("fe80::/10", "fe80::1%eth0", true),
        ("192.168.1.0/25", "192.168.1.127", true), ("192.168.1.0/25", "192.168.1.128", false),
        ("10.0.0.0/8, 172.16.0.0/12\n::1", "172.31.0.1", true), ("10.0.0.0/8,172.16.0.0/12", "172.32.0.1", false),
        ("", "127.0.0.1", false), (" , ", "127.0.0.1", false),
        ("0.0.0.0/0", "", false), ("0.0.0.0/0", "localhost", false), ("0.0.0.0/0", "10.0.0.1\0x", false),
    ])
    func `knows what lies in a network`(list: String, address: String, isInside: Bool) throws {
        #expect(try TrustedProxies(list).contains(address: address) == isInside)
    }

    @Test(arguments: [
        "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/+8", "10.0.0.0/", "10.0.0/8", "010.0.0.1", "10.0.0.0/8/8", "::/129",
        "proxy",
        "1.2.3.4:80", "256.0.0.1", "/8", ":::",
    ])
    func `names the entry that is no network`(entry: String) {
        #expect(throws: TrustedProxiesError.malformed(entry)) { try TrustedProxies("127.0.0.1, \(entry)") }
        #expect(TrustedProxiesError.malformed(entry).description.contains(entry))
    }

    @Test(arguments: [
        // A visitor without proxy, who may send what they like.
        ("203.0.113.9", "1.2.3.4", "https", "203.0.113.9", false),
        ("203.0.113.9", nil, nil, "203.0.113.9", false),
        ("::ffff:203.0.113.9", nil, nil, "203.0.113.9", false),
        // One proxy.
        ("10.0.0.1", "203.0.113.9", "https", "203.0.113.9", true),
        ("10.0.0.1", "203.0.113.9", "HTTPS", "203.0.113.9", true),
        ("10.0.0.1", "203.0.113.9", "http", "203.0.113.9", false),
        ("::ffff:10.0.0.1", "2001:DB8::9", "https", "2001:db8::9", true),
        ("10.0.0.1", nil, nil, "10.0.0.1", false),
        ("10.0.0.1", nil, "https", "10.0.0.1", true),
        ("10.0.0.1", "", "", "10.0.0.1", false),
        // What the visitor sent stands on the left and is not looked at.
        ("10.0.0.1", "1.1.1.1, 203.0.113.9", "https", "203.0.113.9", true),
        ("10.0.0.1", "10.0.0.7, 203.0.113.9", "https", "203.0.113.9", true),
        ("10.0.0.1", "1.1.1.1, 203.0.113.9", "https, http", "203.0.113.9", false),
        // Two proxies, of which the outer ends TLS.
        ("10.0.0.1", "203.0.113.9, 10.0.0.2", "https, http", "203.0.113.9", true),
        ("10.0.0.1", "203.0.113.9, 10.0.0.2", "https", "203.0.113.9", true),
        ("10.0.0.1", "203.0.113.9, 10.0.0.2", "http, https", "203.0.113.9", false),
        ("10.0.0.1", "9.9.9.9, 203.0.113.9,10.0.0.2", "https, http, http", "203.0.113.9", false),
        // Only proxies: someone inside the house.
        ("10.0.0.1", "10.0.0.3, 10.0.0.2", "https", "10.0.0.3", true),
        // What cannot be read ends the chain at the last hop that can.
        ("10.0.0.1", "203.0.113.9, unknown, 10.0.0.2", "https", "10.0.0.2", true),
        ("10.0.0.1", "unknown", "https", "10.0.0.1", true),
        ("10.0.0.1", "203.0.113.9:4711", "https", "203.0.113.9", true),
        ("10.0.0.1", "[2001:db8::9]:4711", "https", "2001:db8::9", true),
        ("10.0.0.1", "[2001:db8::9]", "https", "2001:db8::9", true),
        ("10.0.0.1", "[2001:db8::9]x", "https", "10.0.0.1", true),
        // A socket that has no address.
        ("unix", "203.0.113.9", "https", "unix", false),
    ])
    func `finds the visitor behind the proxies`(
        peer: String, forwardedFor: String?, forwardedProto: String?, address: String, isSecure: Bool
    ) throws {
        let proxies = try TrustedProxies("10.0.0.0/8")

        let client = proxies.client(peer: peer, forwardedFor: forwardedFor, forwardedProto: forwardedProto)

        #expect(client.address == address)
        #expect(client.isSecure == isSecure)
    }

    @Test func `believes nobody unless told to`() {
        let client = TrustedProxies.none.client(peer: "127.0.0.1", forwardedFor: "1.2.3.4", forwardedProto: "https")

        #expect(client.address == "127.0.0.1")
        #expect(!client.isSecure)
    }
}
