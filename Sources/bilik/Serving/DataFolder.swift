import Foundation

/// The folder that holds the database, readable by the service's user alone.
struct DataFolder {
    let path: String

    /// Creates the folder where there is none and closes it to all other users.
    init(creating path: String) throws {
        self.path = path
        // Files that SQLite makes beside the database take their rights from the mask.
        umask(0o077)
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
    }

    var database: String { path + "/bilik.sqlite" }

    /// Removes a database file and what SQLite keeps beside it.
    func remove(_ file: String) throws {
        for path in [file, file + "-wal", file + "-shm"] where FileManager.default.fileExists(atPath: path) {
            try FileManager.default.removeItem(atPath: path)
        }
    }

    var hasDatabase: Bool { FileManager.default.fileExists(atPath: database) }
}
