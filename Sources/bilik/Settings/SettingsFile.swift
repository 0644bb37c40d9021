import Foundation
import UseCases
import Yams

/// A settings file: `key: value` lines, the keys as the flags without their hyphens in front.
struct SettingsFile {
    let path: String
    let values: [SettingKey: String]

    init(path: String) throws {
        self.path = path
        guard let data = FileManager.default.contents(atPath: path), let text = String(data: data, encoding: .utf8)
        else { throw CommandFailure("The settings file \(path) cannot be read: check the path and its rights.") }
        let node: Node?
        do {
            node = try Yams.compose(yaml: text)
        } catch {
            throw CommandFailure("The settings file \(path) is not YAML: write one `key: value` a line.")
        }
        var values: [SettingKey: String] = [:]
        for (key, value) in try Self.pairs(of: node, path: path) {
            guard values.updateValue(value.text, forKey: key) == nil else {
                throw CommandFailure("\(path), line \(value.line): `\(key.rawValue)` stands twice; keep one.")
            }
        }
        self.values = values
    }

    private static func pairs(of node: Node?, path: String) throws -> [(SettingKey, (text: String, line: Int))] {
        // A file that holds nothing but comments sets nothing.
        guard let node, node.null == nil else { return [] }
        guard let mapping = node.mapping else {
            throw CommandFailure("The settings file \(path) is no list of settings: write one `key: value` a line.")
        }
        return try mapping.map { keyNode, valueNode in
            let line = keyNode.mark?.line ?? 0
            let name = keyNode.string ?? ""
            guard let key = SettingKey(rawValue: name) else {
                throw CommandFailure("\(path), line \(line): there is no setting `\(name)`; \(mend(for: name))")
            }
            guard let text = valueNode.scalar?.string else {
                throw CommandFailure("\(path), line \(line): `\(name)` takes one value on its line.")
            }
            return (key, (text, line))
        }
    }

    private static func mend(for name: String) -> String {
        let known = SettingKey.allCases.map(\.rawValue)
        if let near = NearestWord(among: known).word(for: name) { return "did you mean `\(near)`?" }
        return "there are \(known.joined(separator: ", "))."
    }
}
