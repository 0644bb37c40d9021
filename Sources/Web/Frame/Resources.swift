import Foundation

/// The files that the program carries beside itself.
enum Resources {
    enum ResourceError: Error, CustomStringConvertible {
        case missing(String)

        var description: String {
            switch self {
            case .missing(let path):
                "the program's file \(path) is missing: install the folder bilik_Web.resources beside the program"
            }
        }
    }

    static func text(_ path: String) throws -> String { String(decoding: try data(path), as: UTF8.self) }

    static func data(_ path: String) throws -> [UInt8] {
        let url = root.appendingPathComponent(path)
        guard let data = try? Data(contentsOf: url) else { throw ResourceError.missing(url.path) }
        return [UInt8](data)
    }

    /// The names of the files in a folder, without their endings.
    static func names(in folder: String, ending: String) throws -> [String] {
        let url = root.appendingPathComponent(folder)
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: url.path) else {
            throw ResourceError.missing(url.path)
        }
        return names.filter { $0.hasSuffix(ending) }.map { String($0.dropLast(ending.count)) }.sorted()
    }

    private static let root = Bundle.module.bundleURL.appendingPathComponent("Resources")
}
