import Foundation
import Storage

/// A database outside the data folder: a backup.
struct DatabaseFile {
    let path: String

    /// Writes a consistent copy of a database here; never over a file that is there.
    ///
    /// The copy is made beside and gets its name when it is whole, so that no broken-off one is taken for a backup.
    func take(from database: Database) async throws {
        try requireFree()
        let half = path + ".half"
        try? FileManager.default.removeItem(atPath: half)
        do {
            try await database.copy(to: half)
        } catch {
            try? FileManager.default.removeItem(atPath: half)
            throw CommandFailure(
                "\(path) cannot be written (\(error)): check that its folder is there, writable and has room.")
        }
        try sync(half)
        // Unlike a rename, a link never replaces a file that came in between.
        guard link(half, path) == 0 else { throw CommandFailure("\(path) cannot be made: choose another name.") }
        unlink(half)
        try sync((path as NSString).deletingLastPathComponent)
    }

    func requireFree() throws {
        guard !FileManager.default.fileExists(atPath: path) else {
            throw CommandFailure("\(path) is there already and is not overwritten: choose another name.")
        }
    }

    /// Waits until the disk has it.
    private func sync(_ path: String) throws {
        let descriptor = open(path.isEmpty ? "." : path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else {
            throw CommandFailure("The disk did not take \(path): check it, and back up elsewhere.")
        }
    }
}

/// The present as names of files carry it: `20260302-060000`, UTC.
enum TimeInFileName {
    static var now: String {
        let digits = Date().formatted(.iso8601).filter(\.isNumber)
        return "\(digits.prefix(8))-\(digits.dropFirst(8).prefix(6))"
    }
}
