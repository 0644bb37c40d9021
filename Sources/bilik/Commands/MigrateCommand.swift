import ArgumentParser
import Foundation
import Storage

struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate", abstract: "Makes the database, or brings an older one to what this program knows.",
        discussion: "Before an older database is changed, a copy is put into the folder `backups` beside it.")

    @OptionGroup var folder: DataOptions
    @OptionGroup var file: FileOption

    func run() async throws {
        let settings = try Settings(folder, file: file)
        let data = try DataFolder(creating: settings.data)
        let lock = try DataLock(data)
        let isNew = !data.hasDatabase
        let database = try data.openAnyVersion(zone: settings.zone)
        let version = try await SchemaVersion(of: database, file: data.database)
        try version.requireNotNewer()
        guard version.number < Migrator.newest else {
            try database.close()
            return StandardOutput.write("\(data.database) has schema \(version.number), the newest: nothing to do.")
        }
        if !isNew, version.number > 0 {
            let backup = try await backUp(database, from: version.number, in: data)
            StandardOutput.write("The database as it was is in \(backup).")
        }
        let steps = try await ProgressLine.whileRunning("Migrating") { try await Migrator.migrate(database) }
        try database.close()
        StandardOutput.write("\(data.database) has schema \(Migrator.newest) now (\(steps.joined(separator: ", "))).")
        withExtendedLifetime(lock) {}
    }

    private func backUp(_ database: Database, from version: Int, in data: DataFolder) async throws -> String {
        let path = "\(data.backups)/before-schema-\(Migrator.newest)-\(TimeInFileName.now).sqlite"
        try FileManager.default.createDirectory(
            atPath: data.backups, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try await ProgressLine.whileRunning("Backing up") { try await DatabaseFile(path: path).take(from: database) }
        return path
    }
}
