/// Walks a template with the types that its page puts on the stack, and names every tag that none of them has.
struct TemplateWalk {
    /// What lies on the engine's stack at a place of a template.
    private enum Frame {
        case type(SwiftTypes.Declaration)
        /// A text or number: `{{.}}` shows it.
        case leaf
        /// A dictionary or a type that cannot be read: anything may be in it.
        case unknown
    }

    private static let ofSequences: Set = ["first()", "last()", "index()", "even()", "odd()"]

    let types: SwiftTypes
    let templates: [String: String]
    /// The words that stand for `[[key]]`.
    let words: [String: String]
    private(set) var faults: Set<String> = []
    private(set) var visited: Set<String> = []

    init(types: SwiftTypes, templates: [String: String], words: [String: String]) {
        self.types = types
        self.templates = templates
        self.words = words
    }

    mutating func walk(_ template: String, showing type: SwiftTypes.Declaration) {
        walk(template, stack: [.type(type)], page: type.name, depth: 0)
    }

    private mutating func walk(_ template: String, stack: [Frame], page: String, depth: Int) {
        guard let source = templates[template] else {
            faults.insert("\(page): there is no template \(template)")
            return
        }
        visited.insert(template)
        guard depth < 20 else { return }
        let text = source.replacing(#/\[\[([^\]:]+)\]\]/#) { words[String($0.1)] ?? "" }
        do {
            try walk(try MustacheTree(text).nodes, stack: stack, at: template, page: page, depth: depth)
        } catch {
            faults.insert("\(template).mustache: \(error)")
        }
    }

    private mutating func walk(
        _ nodes: [MustacheNode], stack: [Frame], at template: String, page: String, depth: Int
    ) throws {
        for node in nodes {
            switch node {
            case .partial(let name): walk(name, stack: stack, page: page, depth: depth + 1)
            case .value(let name): _ = look(up: name, on: stack, at: template, page: page)
            case .section(let name, let isInverted, let inner):
                let found = look(up: name, on: stack, at: template, page: page)
                try walk(
                    inner, stack: isInverted ? stack : stack + found, at: template, page: page, depth: depth)
            }
        }
    }

    /// What the tag puts on the stack when it opens a section.
    private mutating func look(up name: String, on stack: [Frame], at template: String, page: String) -> [Frame] {
        if Self.ofSequences.contains(name) { return [] }
        if name == "." {
            if case .type(let type) = stack.last {
                faults.insert("\(template).mustache, \(page): {{.}} shows a whole \(type.name)")
            }
            return []
        }
        let parts = name.split(separator: ".").map(String.init)
        guard let first = parts.first, var found = find(first, on: stack, at: template, page: page) else {
            faults.insert("\(template).mustache, \(page): nothing has the tag \(name)")
            return []
        }
        for part in parts.dropFirst() {
            guard let next = find(part, on: [found], at: template, page: page) else {
                faults.insert("\(template).mustache, \(page): nothing has the tag \(name)")
                return []
            }
            found = next
        }
        return [found]
    }

    private mutating func find(_ name: String, on stack: [Frame], at template: String, page: String) -> Frame? {
        for (place, frame) in stack.enumerated().reversed() {
            switch frame {
            case .leaf: continue
            case .unknown: return .unknown
            case .type(let type):
                guard let member = type.members[name] else { continue }
                guard type.shows(name) else {
                    faults.insert("\(template).mustache: the engine does not see \(type.name).\(name): store it")
                    return .unknown
                }
                guard let written = member.type else { return .leaf }
                let shape = TypeShape(written)
                let isBelow = stack[..<place].contains { below in
                    if case .type(let type) = below { return type.shows(name) }
                    return false
                }
                if shape.isOptional, isBelow {
                    // The engine looks further down the stack where an optional is nil.
                    faults.insert(
                        "\(template).mustache, \(page): where \(type.name).\(name) is nil, the \(name) around it shows")
                }
                return self.frame(shape, in: type)
            }
        }
        return nil
    }

    private mutating func frame(_ shape: TypeShape, in type: SwiftTypes.Declaration) -> Frame {
        guard let name = shape.name else { return .unknown }
        if TypeShape.leaves.contains(name) { return .leaf }
        guard let found = types.find(name, within: type.name) else {
            faults.insert("\(type.file): the guard finds no type \(name), used in \(type.name)")
            return .unknown
        }
        return .type(found)
    }
}
