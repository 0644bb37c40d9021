import AdaptiveTesting
import Foundation

/// Answers as plain text, a line a person: 1 for right, 0 for wrong, a point for no answer.
///
/// What a million people answered is read without a copy of it in memory, which JSON would need several times over.
enum PlainAnswers {
    /// The answers, or nil when the file is JSON.
    static func read(_ path: String) throws -> ResponseMatrix? {
        guard let bytes = try? Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe) else {
            throw CommandFailure("\(path) cannot be read: check the path and its rights.")
        }
        guard let first = bytes.first(where: { $0 > 32 }), first == 48 || first == 49 || first == 46 else { return nil }
        return try bytes.withUnsafeBytes { try matrix(of: $0, path: path) }
    }

    private static func matrix(of bytes: UnsafeRawBufferPointer, path: String) throws -> ResponseMatrix {
        let width = bytes.prefix { $0 != 10 && $0 != 13 }.count
        let lines = bytes.count / max(width, 1) + 1
        var matrix = ResponseMatrix(itemCount: width, expectedPeople: lines)
        var row: [(item: Int, correct: Bool)] = []
        var column = 0
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case 48, 49: row.append((column, byte == 49))
            case 46: break
            case 10:
                try end(of: &row, column: &column, in: &matrix, path: path)
                continue
            case 13: continue
            default:
                throw CommandFailure(
                    "\(path), line \(matrix.rowCount + 1) holds “\(Character(UnicodeScalar(bytes[index])))”: write 1 for "
                        + "right, 0 for wrong, a point for no answer.")
            }
            column += 1
        }
        if column > 0 { try end(of: &row, column: &column, in: &matrix, path: path) }
        return matrix
    }

    private static func end(
        of row: inout [(item: Int, correct: Bool)], column: inout Int, in matrix: inout ResponseMatrix, path: String
    ) throws {
        defer {
            row.removeAll(keepingCapacity: true)
            column = 0
        }
        guard column > 0 else { return }
        guard column == matrix.itemCount else {
            throw CommandFailure(
                "\(path), line \(matrix.rowCount + 1) has \(column) answers for \(matrix.itemCount) items: write one each."
            )
        }
        matrix.append(row)
    }
}
