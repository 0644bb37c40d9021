import Foundation
import Storage

/// The folder that holds the database, readable by the service's user alone.
struct DataFolder {
    let path: String

    /// Creates the folder where there is none and closes it to all other users.
    init(creating path: String) throws {
        self.path = path
        // Files that SQLite makes beside the database take their rights from the mask.
        umask(0o077)
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
        } catch {
            throw CommandFailure("The data folder \(path) cannot be made: name one that this user may write.")
        }
    }

    /// The folder of a database that must be there already.
    init(existing path: String) throws {
        self.path = path
        umask(0o077)
        guard hasDatabase else {
            throw CommandFailure(
                "There is no database in \(path): name its folder with --data, or make one with `bilik migrate`.")
        }
    }

    var database: String { path + "/bilik.sqlite" }

    var backups: String { path + "/backups" }

    var lastGoodContent: String { path + "/content-last-good" }

    var hasDatabase: Bool { FileManager.default.fileExists(atPath: database) }

    /// Removes a database file and what SQLite keeps beside it.
    func remove(_ file: String) throws {
        for path in [file, file + "-wal", file + "-shm"] where FileManager.default.fileExists(atPath: path) {
            try FileManager.default.removeItem(atPath: path)
        }
    }

    /// Opens the database whatever its schema is.
    func openAnyVersion(zone: TimeZone) throws -> Database {
        do {
            return try Database(file: database, zone: zone, clock: { Date() })
        } catch {
            throw CommandFailure(
                "The database \(database) cannot be opened (\(error)): check its rights, or restore a backup with "
                    + "`bilik restore`.")
        }
    }

    /// Opens the database where its schema is the one that this program knows.
    func open(zone: TimeZone) async throws -> Database {
        guard hasDatabase else {
            throw CommandFailure("There is no database in \(path): make one with `bilik migrate`.")
        }
        let database = try openAnyVersion(zone: zone)
        let version = try await SchemaVersion(of: database, file: self.database)
        try version.requireNewest()
        return database
    }
}
