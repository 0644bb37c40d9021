/// Reads rendered HTML as strictly as a suspicious browser would have to, independently of the renderer.
enum HTMLInspection {
    private static let attributesByTag: [String: Set<String>] = [
        "p": [], "h2": [], "h3": [], "h4": [], "h5": [], "h6": [], "em": [], "strong": [], "code": [], "blockquote": [],
        "pre": ["tabindex"], "ul": [], "ol": ["start"], "li": [], "hr": [], "br": [],
        "a": ["href", "rel"], "img": ["src", "alt", "width", "height", "loading"],
        "div": ["class", "tabindex", "role", "aria-label"], "table": [], "caption": [], "thead": [], "tbody": [],
        "tr": [], "th": ["scope", "class"], "td": ["class"],
    ]
    private static let void: Set = ["br", "hr", "img"]

    /// What a careful reader objects to; nothing when the HTML is safe and well formed.
    static func objections(to html: String) -> [String] {
        var objections: [String] = []
        var open: [String] = []
        var rest = html[...]
        while let start = rest.firstIndex(where: { $0 == "<" || $0 == ">" }) {
            guard rest[start] == "<",
                let tag = rest[start...].prefixMatch(of: #/<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+="[^"<>]*")*)>/#)
            else {
                objections.append("a bare \(rest[start]) in: \(rest[start...].prefix(60))")
                rest = rest[rest.index(after: start)...]
                continue
            }
            let name = String(tag.output.2)
            rest = rest[tag.range.upperBound...]
            guard let allowed = attributesByTag[name] else {
                objections.append("<\(name)>")
                continue
            }
            if tag.output.1 == "/" {
                if open.popLast() != name { objections.append("</\(name)> closes nothing") }
                continue
            }
            if !void.contains(name) { open.append(name) }
            for attribute in tag.output.3.matches(of: #/ ([a-z-]+)="([^"<>]*)"/#) {
                let key = String(attribute.output.1)
                if !allowed.contains(key) { objections.append("<\(name) \(key)>") }
                if key == "href" || key == "src" {
                    objections += self.objections(toAddress: String(attribute.output.2))
                }
            }
        }
        if !open.isEmpty { objections.append("not closed: \(open)") }
        return objections
    }

    private static func objections(toAddress address: String) -> [String] {
        let starts = ["https://", "http://", "mailto:", "tel:", "/courses/"]
        let isPlain = address.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") }
        return isPlain && starts.contains { address.lowercased().hasPrefix($0) } ? [] : ["address \(address)"]
    }
}
