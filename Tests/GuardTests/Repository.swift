import Foundation

/// The files of this repository, as the guards read them.
enum Repository {
    /// The top of the repository: three steps up from this file.
    static let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

    struct File: Hashable, Sendable {
        /// Beginning at the top of the repository.
        let path: String
        let text: String

        var name: String { path.split(separator: "/").last.map(String.init) ?? path }

        /// The target that a source file belongs to.
        var target: String {
            let parts = path.split(separator: "/")
            return parts.count > 1 ? String(parts[1]) : ""
        }

        var lines: [(number: Int, text: Substring)] {
            text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
                ($0.offset + 1, $0.element)
            }
        }
    }

    /// All files below a folder whose names end so, in order.
    static func files(in folder: String, ending: String) throws -> [File] {
        let base = "\(root)/\(folder)"
        guard let walk = FileManager.default.enumerator(atPath: base) else { throw Missing(path: folder) }
        let names = walk.compactMap { $0 as? String }.filter { $0.hasSuffix(ending) }.sorted()
        return try names.map { File(path: "\(folder)/\($0)", text: try text(of: "\(folder)/\($0)")) }
    }

    static func text(of path: String) throws -> String {
        guard let data = FileManager.default.contents(atPath: "\(root)/\(path)") else { throw Missing(path: path) }
        return String(decoding: data, as: UTF8.self)
    }

    struct Missing: Error, CustomStringConvertible {
        let path: String
        var description: String { "\(path) is missing" }
    }
}

/// One sentence a fault, so that a failing guard reads as a list of what to mend.
func report(_ faults: [String]) -> String { faults.isEmpty ? "" : "\n" + faults.joined(separator: "\n") }
