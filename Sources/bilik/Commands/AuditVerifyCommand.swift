import ArgumentParser
import Foundation
import Storage
import UseCases

struct AuditVerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Follows the audit log's chain and prints its head.",
        discussion: """
            Compare the head with one noted earlier, in the program's log for instance: an entry of that number must \
            have that hash (--entry). A log rewritten as a whole is intact in itself and shows only so.
            """)

    @Option(help: "Prints the hash of the entry with this number as well.")
    var entry: Int64?

    @Flag(help: "Prints the result as JSON.")
    var json = false

    @OptionGroup var folder: DataOptions
    @OptionGroup var file: FileOption

    func run() async throws {
        let settings = try Settings(folder, file: file)
        let database = try await DataFolder(existing: settings.data).open(zone: settings.zone)
        let asked = entry
        let (state, hash) = try await ProgressLine.whileRunning("Checking the audit log") {
            try await database.read { connection in
                (
                    try connection.verifyAuditLog(),
                    try asked.flatMap { try connection.auditEntries(after: $0 - 1, atMost: 1).first?.hash }
                )
            }
        }
        try database.close()
        switch state {
        case .intact(let entries, let head):
            guard json else {
                StandardOutput.write("intact: \(entries) entries, head \(head.hexadecimal)")
                if let asked { StandardOutput.write("entry \(asked): \(hash?.hexadecimal ?? "there is none")") }
                return
            }
            try StandardOutput.write(
                json: Found(
                    isIntact: true, entries: entries, head: head.hexadecimal, broken: nil, entry: hash?.hexadecimal))
        case .broken(let number):
            if json {
                try StandardOutput.write(
                    json: Found(isIntact: false, entries: nil, head: nil, broken: number, entry: nil))
            }
            throw CommandFailure(
                "The audit log is broken at entry \(number): keep the program's log and a copy of the database, and "
                    + "tell your security office.")
        }
    }

    private struct Found: Encodable {
        let isIntact: Bool
        let entries: Int64?
        let head: String?
        let broken: Int64?
        let entry: String?
    }
}
