import ArgumentParser
import Foundation
import Storage

struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Writes a consistent copy of the database to a new file, also while serving.",
        discussion: "The copy holds personal data: keep it as you keep the database. The content folders are not in it."
    )

    @Argument(help: "The file to make.")
    var path: String

    @Flag(help: "Prints what was written as JSON.")
    var json = false

    @OptionGroup var folder: DataOptions
    @OptionGroup var file: FileOption

    func run() async throws {
        let settings = try Settings(folder, file: file)
        let data = try DataFolder(existing: settings.data)
        let copy = DatabaseFile(path: path)
        try copy.requireFree()
        let database = try data.openAnyVersion(zone: settings.zone)
        let version = try await SchemaVersion(of: database, file: data.database)
        try version.requireNotNewer()
        try await ProgressLine.whileRunning("Backing up") { try await copy.take(from: database) }
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        let bytes = (attributes[.size] as? NSNumber)?.intValue ?? 0
        guard json else { return StandardOutput.write("\(path): \(bytes) bytes, schema \(version.number)") }
        try StandardOutput.write(json: Written(file: path, bytes: bytes, schema: version.number))
    }

    private struct Written: Encodable {
        let file: String
        let bytes: Int
        let schema: Int
    }
}
