/// The types of the sources with their stored properties, read well enough to hold templates against them.
struct SwiftTypes {
    struct Member {
        /// As written, such as `[Row]?`; nothing where it is inferred.
        let type: String?
        /// The template engine sees what reflection sees: stored properties only.
        let isStored: Bool
    }

    struct Declaration {
        /// With the types around it: `LessonPage.Link`.
        let name: String
        let file: String
        var inherits: Set<String>
        var members: [String: Member] = [:]
        /// The value of `static let template`.
        var template: String?
        /// The names that `child(named:)` knows, where the type hands its members to the engine itself.
        var named: Set<String> = []

        /// Whether the type hands its members to the engine itself, in place of reflection.
        var isParent: Bool { inherits.contains("MustacheParent") && !named.isEmpty }

        /// What the engine sees of a member.
        func shows(_ name: String) -> Bool {
            isParent ? named.contains(name) : members[name]?.isStored == true
        }
    }

    /// By full name; the same name in two targets is told apart by the first one found, Web's before others.
    private(set) var declarations: [String: Declaration] = [:]

    init(files: [Repository.File]) {
        for file in files { read(file) }
    }

    var pages: [Declaration] {
        declarations.values.filter { $0.inherits.contains("Page") }.sorted { $0.name < $1.name }
    }

    /// Pages, and parts of pages that have a template of their own.
    var shown: [Declaration] {
        declarations.values.filter { $0.template != nil }.sorted { $0.name < $1.name }
    }

    /// Finds a type by the name used within another: its own nested types first, then outwards.
    func find(_ name: String, within scope: String) -> Declaration? {
        var around = scope.split(separator: ".")
        while !around.isEmpty {
            if let found = declarations[(around + [Substring(name)]).joined(separator: ".")] { return found }
            around.removeLast()
        }
        return declarations[name]
    }

    private mutating func read(_ file: Repository.File) {
        let source = SwiftText(file.text)
        let (code, lines) = (
            source.code.split(separator: "\n", omittingEmptySubsequences: false), Self.lines(source.bare)
        )
        var open: [(name: String, depth: Int)] = []
        var depth = 0
        var heading = ""
        for (index, line) in lines.enumerated() {
            if let type = open.last, index < code.count {
                if depth == type.depth { note(line, String(code[index]), in: type.name) }
                if let label = code[index].firstMatch(of: #/^\s*case "(\w+)": \1$/#) {
                    declarations[type.name]?.named.insert(String(label.1))
                }
            }
            heading += " " + line
            for character in line {
                if character == "{" {
                    depth += 1
                    if let found = Self.typeHeading(heading) {
                        let name = (open.map(\.name).last.map { "\($0)." } ?? "") + found.name
                        open.append((name, depth))
                        add(name, inherits: found.inherits, file: file.path)
                    }
                    heading = ""
                } else if character == "}" {
                    if open.last?.depth == depth { open.removeLast() }
                    depth -= 1
                    heading = ""
                } else if character == ";" {
                    heading = ""
                }
            }
            // A heading may go on over lines only while its bracket has not come.
            if !heading.contains(#/\b(?:struct|class|enum|extension|protocol|actor)\b/#.wordBoundaryKind(.simple)) {
                heading = ""
            }
        }
    }

    private static func lines(_ text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    private static func typeHeading(_ text: String) -> (name: String, inherits: Set<String>)? {
        let pattern =
            #/\b(?:struct|class|enum|extension|protocol|actor)\s+([A-Z][\w.]*)(?:<[^>]*>)?\s*(?::\s*([^{]*))?\s*(?:where\s[^{]*)?\{?$/#
            .wordBoundaryKind(.simple)
        guard let match = text.firstMatch(of: pattern) else { return nil }
        let parents = (match.2 ?? "").split(separator: ",").map { String($0).trimmed }
        return (String(match.1), Set(parents))
    }

    private mutating func add(_ name: String, inherits: Set<String>, file: String) {
        var declaration = declarations[name] ?? Declaration(name: name, file: file, inherits: [])
        declaration.inherits.formUnion(inherits)
        declarations[name] = declaration
    }

    private mutating func note(_ line: String, _ code: String, in type: String) {
        if let match = code.firstMatch(of: #/^\s*static let template = "([^"]+)"/#) {
            declarations[type]?.template = String(match.1)
            return
        }
        let pattern =
            #/^\s*(?:(?:package|public|internal|private|fileprivate)(?:\(set\))?\s+)?(?:lazy\s+)?(let|var)\s+(\w+)\s*(?::\s*([^={]+))?([={]?)/#
        guard let match = line.firstMatch(of: pattern) else { return }
        let written = match.3.map { String($0).trimmed }
        let isComputed = match.1 == "var" && match.4 == "{"
        declarations[type]?.members[String(match.2)] = Member(type: written, isStored: !isComputed)
    }
}

/// The shape of a written type, as a template walks it.
struct TypeShape {
    let isOptional: Bool
    let isList: Bool
    /// The name below lists and optionals; nothing for dictionaries, tuples and functions, whose inside is not checked.
    let name: String?

    static let leaves: Set = ["String", "Substring", "Int", "Double", "Bool", "Character", "UInt64", "Int64"]

    init(_ written: String) {
        var text = written.trimmed
        var (isOptional, isList) = (false, false)
        while true {
            if text.hasSuffix("?") {
                if !isList { isOptional = true }
                text.removeLast()
            } else if text.hasPrefix("["), text.hasSuffix("]"), !text.contains(":") {
                isList = true
                text = String(text.dropFirst().dropLast())
            } else if text.hasPrefix("Set<"), text.hasSuffix(">") {
                isList = true
                text = String(text.dropFirst(4).dropLast())
            } else {
                break
            }
        }
        self.isOptional = isOptional
        self.isList = isList
        name = text.wholeMatch(of: #/[\w.]+/#) == nil ? nil : text
    }
}

extension String {
    var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
