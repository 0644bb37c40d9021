import Courseware
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
        } catch YamlError.duplicatedKeysInMapping(let twice, _) {
            throw CommandFailure("\(path): `\(twice.joined(separator: "`, `"))` stands twice; keep one.")
        } catch {
            throw CommandFailure("The settings file \(path) is not YAML: write one `key: value` a line.")
        }
        values = Dictionary(try Self.pairs(of: node, path: path), uniquingKeysWith: { first, _ in first })
    }

    private static func pairs(of node: Node?, path: String) throws -> [(SettingKey, String)] {
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
            return (key, text)
        }
    }

    private static func mend(for name: String) -> String {
        let known = SettingKey.allCases.map(\.rawValue)
        if let near = NearestWord(among: known).word(for: name) { return "did you mean `\(near)`?" }
        return "there are \(known.joined(separator: ", "))."
    }
}
