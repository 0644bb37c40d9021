/// A template taken apart, as far as tags go.
indirect enum MustacheNode {
    case value(name: String)
    case section(name: String, isInverted: Bool, inner: [MustacheNode])
    case partial(name: String)
}

struct MustacheTree {
    struct Fault: Error, CustomStringConvertible {
        let description: String
    }

    let nodes: [MustacheNode]

    init(_ text: String) throws {
        var open: [(name: String, isInverted: Bool, nodes: [MustacheNode])] = [("", false, [])]
        for match in text.matches(of: #/\{\{\{\s*([^{}]*?)\s*\}\}\}|\{\{\s*([#^/>&!]?)\s*([^{}]*?)\s*\}\}/#) {
            let name = String(match.1 ?? match.3 ?? "")
            switch match.2 {
            case "#", "^": open.append((name, match.2 == "^", []))
            case "/":
                guard let last = open.popLast(), last.name == name, !open.isEmpty else {
                    throw Fault(description: "{{/\(name)}} closes nothing")
                }
                open[open.count - 1].nodes.append(
                    .section(name: last.name, isInverted: last.isInverted, inner: last.nodes))
            case ">": open[open.count - 1].nodes.append(.partial(name: name))
            case "!": break
            default: open[open.count - 1].nodes.append(.value(name: name))
            }
        }
        guard open.count == 1 else { throw Fault(description: "{{#\(open.last?.name ?? "")}} is not closed") }
        nodes = open[0].nodes
    }
}
