import Foundation

/// Reads a JSON file of a measurement command.
enum MeasurementFile {
    static func decode<Value: Decodable>(_ type: Value.Type, at path: String, like example: String) throws -> Value {
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw CommandFailure("\(path) cannot be read: check the path and its rights.")
        }
        do {
            return try JSONDecoder().decode(type, from: bytes)
        } catch let error as DecodingError {
            throw CommandFailure("\(path) \(error.place): write \(example).")
        }
    }
}

extension DecodingError {
    fileprivate var place: String {
        let context: Context
        switch self {
        case .dataCorrupted(let found): context = found
        case .keyNotFound(let key, let found):
            return "lacks `\(key.stringValue)`\(found.codingPath.isEmpty ? "" : " at \(found.codingPath.words)")"
        case .typeMismatch(_, let found), .valueNotFound(_, let found): context = found
        @unknown default: return "cannot be understood"
        }
        return context.codingPath.isEmpty ? "is not of the right shape" : "is wrong at \(context.codingPath.words)"
    }
}

extension [any CodingKey] {
    fileprivate var words: String {
        map { key in key.intValue.map { "number \($0 + 1)" } ?? "`\(key.stringValue)`" }.joined(separator: ", ")
    }
}
