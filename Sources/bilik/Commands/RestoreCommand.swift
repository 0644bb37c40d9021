import ArgumentParser
import Foundation
import Storage
import UseCases

struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Puts a backup in the place of the database; the server must have stopped.",
        discussion: """
            The backup is checked first, and the database that it replaces stays beside it under another name. All \
            sessions end: everybody signs in again.
            """)

    @Argument(help: "The backup.")
    var path: String

    @OptionGroup var folder: DataOptions
    @OptionGroup var file: FileOption

    func run() async throws {
        let settings = try Settings(folder, file: file)
        guard FileManager.default.isReadableFile(atPath: path) else {
            throw CommandFailure("\(path) cannot be read: check the path and its rights.")
        }
        let data = try DataFolder(creating: settings.data)
        let lock = try DataLock(data)
        let fresh = data.database + ".restored"
        try data.remove(fresh)
        defer { try? data.remove(fresh) }
        let version = try await ProgressLine.whileRunning("Checking \(path)") {
            try copy(to: fresh)
            return try await prepare(fresh, zone: settings.zone)
        }
        let replaced = try setAside(data, zone: settings.zone)
        guard rename(fresh, data.database) == 0 else {
            throw CommandFailure("\(data.database) cannot be replaced: check the rights of its folder.")
        }
        if let replaced { StandardOutput.write("The database as it was is in \(replaced).") }
        let mend = version < Migrator.newest ? " Run `bilik migrate` before serving." : ""
        StandardOutput.write("\(data.database) is the backup \(path), schema \(version).\(mend)")
        withExtendedLifetime(lock) {}
    }

    /// The backup itself is only read: opening a database writes beside it.
    private func copy(to fresh: String) throws {
        do {
            try FileManager.default.copyItem(atPath: path, toPath: fresh)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: fresh)
        } catch {
            throw CommandFailure("\(path) cannot be copied: check the room on the disk.")
        }
    }

    /// Checks that the copy is a whole database of ours, and ends its sessions; answers its schema.
    private func prepare(_ fresh: String, zone: TimeZone) async throws -> Int {
        let faults: [String]
        let database: Database
        let version: SchemaVersion
        do {
            database = try Database(file: fresh, zone: zone, clock: { Date() })
            faults = try await database.read { try $0.integrityFaults() }
            version = try await SchemaVersion(of: database, file: path)
        } catch let failure as CommandFailure {
            throw failure
        } catch {
            throw CommandFailure("\(path) is no database (\(error)): name a file that `bilik backup` made.")
        }
        guard faults.isEmpty else {
            throw CommandFailure("\(path) is damaged (\(faults[0])): restore another backup.")
        }
        guard version.number > 0 else {
            throw CommandFailure("\(path) is no database of Bilik: name a file that `bilik backup` made.")
        }
        try version.requireNotNewer()
        try await database.write { transaction in
            try transaction.endAllSessions()
            let last = try transaction.lastAuditEntry()?.number ?? 0
            try transaction.audit(.databaseRestored, by: nil, about: [], detail: "entries=\(last)")
        }
        try database.close()
        return version.number
    }

    /// Gives the present database a second name; the first is then replaced in one step.
    private func setAside(_ data: DataFolder, zone: TimeZone) throws -> String? {
        guard data.hasDatabase else { return nil }
        // Folds what was written last into the file. One that cannot be opened is kept as it is.
        if let old = try? Database(file: data.database, zone: zone, clock: { Date() }) { try? old.close() }
        let aside = "\(data.database).replaced-\(TimeInFileName.now)"
        for ending in ["-wal", "-shm"] { rename(data.database + ending, aside + ending) }
        guard link(data.database, aside) == 0 else {
            throw CommandFailure("\(aside) cannot be made, so nothing was replaced: check the rights of the folder.")
        }
        return aside
    }
}
