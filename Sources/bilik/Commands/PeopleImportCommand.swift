import ArgumentParser
import Courseware
import Foundation
import Logging
import Organization
import Storage
import UseCases

struct PeopleImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Brings the people of a staff file in; shows first what that would change.",
        discussion: """
            Without --apply nothing is written. With it all lines are taken, or none where one is wrong. People who \
            are missing in the file are not touched; somebody leaves by a line with status `left`.
            """)

    @Argument(help: "The staff file: CSV in UTF-8, or UTF-16 with a byte order mark.")
    var path: String

    @Flag(help: "Writes what the dry run shows.")
    var apply = false

    @Flag(help: "Prints the plan and its faults as JSON.")
    var json = false

    @OptionGroup var folder: DataOptions
    @OptionGroup var content: ContentOptions
    @OptionGroup var file: FileOption

    func run() async throws {
        let settings = try Settings(folder, content, file: file)
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw CommandFailure("\(path) cannot be read: check the path and its rights.")
        }
        guard let content = ContentLoader.load(settings.content).content else {
            throw CommandFailure("The content with its job roles cannot be read: run `bilik check`.")
        }
        let database = try await DataFolder(existing: settings.data).open(zone: settings.zone)
        let bilik = Bilik(
            database: database, contents: ContentShelf(content), passwords: PasswordHasher(),
            logger: Logger(label: "bilik"))
        let outcome: ImportOutcome
        do {
            outcome = try await ProgressLine.whileRunning("Reading \(path)") {
                try await bilik.importPeople(bytes: [UInt8](bytes), in: .state, by: nil, apply: apply)
            }
        } catch let error as StaffFileError {
            throw CommandFailure("\(path): \(error)")
        }
        try database.close()
        if json {
            try StandardOutput.write(json: ImportText(outcome))
        } else {
            ImportText(outcome).lines.forEach(StandardOutput.write)
        }
        guard outcome.plan.isFaultless else { throw refusal(of: outcome.plan) }
    }

    private func refusal(of plan: ImportPlan) -> CommandFailure {
        if !json { plan.faults.forEach { StandardError.write($0.description) } }
        let count = plan.faults.count + plan.unlistedFaults
        return CommandFailure(
            "\(path) has \(count == 1 ? "one fault" : "\(count) faults"), so nothing was written: mend the named lines "
                + "and run the command again.")
    }
}

/// An import's plan as it is printed.
private struct ImportText: Encodable {
    private let applied: Bool
    private let counts: [String: Int]
    private let changes: [Change]
    private let faults: [Fault]
    private let unlistedFaults: Int
    private let ignoredColumns: [String]

    private struct Change: Encodable {
        let line: Int
        let staffNumber: String
        let effect: String
        let fields: [String: [String?]]
    }

    private struct Fault: Encodable {
        let line: Int
        let field: String?
        let reason: String
        let value: String
        let text: String
    }

    init(_ outcome: ImportOutcome) {
        let plan = outcome.plan
        applied = outcome.isApplied
        counts = Dictionary(
            uniqueKeysWithValues: ImportRow.Effect.allCases.map { ($0.rawValue, plan.count(of: $0)) })
        changes = plan.rows.filter { [.new, .changed, .left].contains($0.effect) }.map { row in
            Change(
                line: row.line, staffNumber: row.staffNumber, effect: row.effect.rawValue,
                fields: Dictionary(
                    row.changes.map { ($0.field.rawValue, [$0.old, $0.new]) }, uniquingKeysWith: { first, _ in first }))
        }
        faults = plan.faults.map {
            Fault(
                line: $0.line, field: $0.field?.rawValue, reason: $0.reason.code, value: $0.value, text: $0.description)
        }
        unlistedFaults = plan.unlistedFaults
        ignoredColumns = plan.ignoredColumns
    }

    /// Enough to see whether the file is the right one; all of it is in `--json`.
    private static let mostChanges = 20

    var lines: [String] {
        var lines = changes.prefix(Self.mostChanges).map { change in
            let fields = change.fields.sorted { $0.key < $1.key }
                .map { "\($0.key) “\($0.value[0] ?? "")” → “\($0.value[1] ?? "")”" }
            return (["line \(change.line), \(change.staffNumber): \(change.effect)"] + fields).joined(separator: "; ")
        }
        if changes.count > lines.count { lines.append("… and \(changes.count - lines.count) more (see --json)") }
        if !ignoredColumns.isEmpty { lines.append("not kept: \(ignoredColumns.joined(separator: ", "))") }
        let sums = ImportRow.Effect.allCases.map { "\($0.rawValue) \(counts[$0.rawValue] ?? 0)" }
        let state = applied ? "written" : "nothing written" + (faults.isEmpty ? " yet: add --apply" : "")
        return lines + ["\(sums.joined(separator: ", ")): \(state)"]
    }
}
