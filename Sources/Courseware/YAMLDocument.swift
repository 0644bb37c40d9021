import Yams

/// Reads one YAML text into a value whose faults go to the log.
///
/// Nothing is resolved: a scalar stays the text that the author wrote until a reader asks for a number or a truth, so
/// `4.10` stays `4.10` and `No` stays `No`.
func yamlDocument(_ text: String, file: String, lineOffset: Int = 0, log: ProblemLog) -> YAMLValue? {
    func fault(_ line: Int?, _ message: String, mend: String) -> YAMLValue? {
        log.error(Place(file: file, line: line.map { $0 + lineOffset }), message, mend: mend)
        return nil
    }
    // An alias inside an alias inside an alias … is a few lines that become millions of nodes.
    if let line = lineOfAlias(in: text) {
        return fault(line, "the file uses a YAML anchor and alias", mend: "write the text out in both places")
    }
    do {
        guard let node = try Yams.compose(yaml: text, .basic) else {
            return fault(nil, "the file is empty", mend: "see docs/content.md for what belongs here")
        }
        return YAMLValue(node: node, file: file, lineOffset: lineOffset, name: "the file", log: log)
    } catch let error as YamlError {
        return fault(line(of: error, in: text), reason(for: error), mend: mend(for: error))
    } catch {
        return fault(nil, "the file is no YAML", mend: "see docs/content.md for its form")
    }
}

private func line(of error: YamlError, in text: String) -> Int? {
    switch error {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
        return mark.line
    case .reader(_, let offset?, _, _):
        return 1 + text.prefix(offset).count { $0 == "\n" }
    case .duplicatedKeysInMapping(_, let context):
        return context.mark.line
    default:
        return nil
    }
}

private func reason(for error: YamlError) -> String {
    switch error {
    case .scanner(let context, let problem, _, _), .parser(let context, let problem, _, _),
        .composer(let context, let problem, _, _):
        let circumstance = context.map { ", \($0.text) from line \($0.mark.line)" } ?? ""
        return "YAML cannot be read: \(problem)\(circumstance)"
    case .reader(let problem, _, _, _):
        return "YAML cannot be read: \(problem)"
    case .duplicatedKeysInMapping(let keys, _):
        return "the key `\(keys.joined(separator: "`, `"))` stands twice"
    case .memory:
        return "YAML is nested too deeply"
    default:
        return "YAML cannot be read"
    }
}

private func mend(for error: YamlError) -> String {
    switch error {
    case .duplicatedKeysInMapping: "keep one of them"
    case .memory: "see docs/content.md for the form of the file"
    default: "check indentation and brackets; a text with `: `, ` #` or, inside {…}, a comma needs \"quotes\""
    }
}

/// The line of the first `*name` whose `&name` stands in the text too.
private func lineOfAlias(in text: String) -> Int? {
    guard text.utf8.contains(UInt8(ascii: "&")), text.utf8.contains(UInt8(ascii: "*")) else { return nil }
    let separators = Set(" \t\n[]{},".utf8)
    let words = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
        .flatMap { index, line in line.split { separators.contains($0) }.map { (line: index + 1, word: $0) } }
    let anchors = Set(
        words.filter { $0.word.first == UInt8(ascii: "&") }.map { String(Substring($0.word.dropFirst())) })
    guard !anchors.isEmpty else { return nil }
    return words.first {
        $0.word.first == UInt8(ascii: "*") && anchors.contains(String(Substring($0.word.dropFirst())))
    }?.line
}
